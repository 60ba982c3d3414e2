// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.overread.segmentation.tool.Calls.number;
import static org.overread.segmentation.tool.Calls.segmented;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.bits.VoxelValues;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.opening.VolumeFinder;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Masks that ITK 5.2.1 wrote for real series, voxel for voxel.
final class GoldenSeriesTest {
    private static final Path SHARED =
            Path.of(System.getProperty("overread.shared", "../../shared"));

    record Case(String name, Seed.Point seed, Seed.Point confidenceSeed, List<Integer> bounds) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> theMasksAreThoseOfItk() {
        var leg = new Seed.Point(99, 25, 45);
        var liver = new Seed.Point(150, 230, 30);
        var breast = new Seed.Point(100, 168, 30);
        return Stream.of(
                new Case("ct_abdomen_crlm1004", liver, liver, List.of(85, 190, 100, 140)),
                new Case("mr_breast_sag_ucsf06", breast, breast, List.of(30, 100, 40, 100)),
                new Case(
                        "ct_leg_sts004",
                        leg,
                        new Seed.Point(80, 85, 45),
                        List.of(200, 3000, 300, 3000)));
    }

    @ParameterizedTest
    @MethodSource
    void theMasksAreThoseOfItk(Case series) throws IOException, InterruptedException {
        Path folder = SHARED.resolve("data/dicom").resolve(series.name());
        assumeTrue(Files.isDirectory(folder), "missing: " + folder);
        Volume volume = open(folder);
        String lower = "lower=" + series.bounds().get(0);
        String upper = "upper=" + series.bounds().get(1);
        var seeds = List.of(series.seed());
        compare(
                series,
                "connected_threshold",
                segmented("connected-threshold", volume, seeds, lower, upper));
        compare(
                series,
                "connected_threshold_full",
                segmented("connected-threshold", volume, seeds, lower, upper, "connectivity=26"));
        compare(
                series,
                "connected_threshold_tight",
                segmented(
                        "connected-threshold",
                        volume,
                        seeds,
                        "lower=" + series.bounds().get(2),
                        "upper=" + series.bounds().get(3)));
        compare(
                series,
                "neighborhood_connected",
                segmented("neighborhood-connected", volume, seeds, lower, upper));
        ToolOutcome.Segmented confident =
                segmented(
                        "confidence-connected",
                        volume,
                        List.of(series.confidenceSeed()),
                        "radius=2");
        compare(series, "confidence_connected", confident);
        Path answers = SHARED.resolve("reference/itk_" + series.name() + ".json");
        String json = Files.readString(answers);
        double mean = value(json, "final_mean");
        double variance = value(json, "final_variance");
        assertEquals(mean, number(confident, "mean"), Math.abs(mean) * 1e-9);
        assertEquals(variance, number(confident, "variance"), variance * 1e-9);
    }

    private static double value(String json, String field) {
        Matcher found = Pattern.compile("\"" + field + "\": ([-0-9.e+]+)").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + field);
        }
        return Double.parseDouble(found.group(1));
    }

    private static Volume open(Path folder) throws IOException, InterruptedException {
        try (var compute = Executors.newFixedThreadPool(2)) {
            return VolumeFinder.find(
                            List.of(folder), compute, Progress.Listener.NONE, new CancelToken())
                    .volumes()
                    .getFirst()
                    .open(compute, new LoadListener() {}, new CancelToken());
        }
    }

    private static void compare(Case series, String name, ToolOutcome.Segmented found) {
        Path file = SHARED.resolve("reference/masks").resolve(series.name() + "." + name + ".nrrd");
        assumeTrue(Files.isRegularFile(file), "missing: " + file);
        Mask expected = read(file);
        Mask ours = found.regions().getFirst().mask();
        assertEquals(expected.count(), ours.count(), name);
        assertEquals(0, expected.xor(ours).count(), name);
    }

    private static Mask read(Path file) {
        Volume image =
                assertInstanceOf(
                                ReadOutcome.Read.class,
                                ImageFiles.read(file, Progress.Listener.NONE, new CancelToken()))
                        .volumes()
                        .getFirst();
        GridSize size = image.geometry().size();
        MaskEdit edit = Mask.empty(size).edit();
        var values = new VoxelValues(image.voxels().inMemory());
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    if (values.at(i, j, k) != 0) {
                        edit.set(i, j, k);
                    }
                }
            }
        }
        return edit.mask();
    }
}
