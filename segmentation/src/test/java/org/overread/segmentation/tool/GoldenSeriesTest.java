// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.overread.segmentation.tool.Calls.number;
import static org.overread.segmentation.tool.Calls.segmented;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.mask.Reference;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.mask.morphology.BallDefinition;
import org.overread.segmentation.mask.morphology.Kernel;
import org.overread.segmentation.mask.morphology.Morphology;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.Volume;

/// Every mask that ITK 5.2.1 wrote for real series, voxel for voxel, and the figures beside them.
final class GoldenSeriesTest {
    private static final Crew ALONE = Crew.alone();
    private static final Map<String, Volume> VOLUMES = new HashMap<>(); // read once

    /// How ITK was asked: a range, a narrower one, and where from.
    record Series(
            String name, Seed.Point seed, Seed.Point confidenceSeed, int low, int high, int tight) {
        private static final int TIGHT_HIGH = 3000;

        int tightHigh() {
            return name.equals("ct_abdomen_crlm1004") ? 140 : Math.min(high, TIGHT_HIGH);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Seed.Point LEG = new Seed.Point(99, 25, 45);
    private static final Seed.Point LIVER = new Seed.Point(150, 230, 30);
    private static final Seed.Point BREAST = new Seed.Point(100, 168, 30);

    static Stream<Series> series() {
        return Stream.of(
                new Series("ct_abdomen_crlm1004", LIVER, LIVER, 85, 190, 100),
                new Series("mr_breast_sag_ucsf06", BREAST, BREAST, 30, 100, 40),
                new Series("ct_leg_sts004", LEG, new Seed.Point(80, 85, 45), 200, 3000, 300));
    }

    /// What makes each of the masks.
    @FunctionalInterface
    private interface Maker {
        Mask of(Series series, Volume volume) throws InterruptedException;
    }

    private static Maker ball(UnaryOperator<Mask> change) {
        return (series, _) ->
                change.apply(Reference.mask(series.name(), "connected_threshold_tight"));
    }

    private static final Kernel ONE = Kernel.ball(1, BallDefinition.ITK);
    private static final Kernel TWO = Kernel.ball(2, BallDefinition.ITK);

    private static final Map<String, Maker> MAKERS =
            Map.of(
                    "connected_threshold",
                    (s, v) -> grown("connected-threshold", s, v, s.low(), s.high()),
                    "connected_threshold_full",
                    (s, v) ->
                            grown(
                                    "connected-threshold",
                                    s,
                                    v,
                                    s.low(),
                                    s.high(),
                                    "connectivity=26"),
                    "connected_threshold_tight",
                    (s, v) -> grown("connected-threshold", s, v, s.tight(), s.tightHigh()),
                    "neighborhood_connected",
                    (s, v) -> grown("neighborhood-connected", s, v, s.low(), s.high()),
                    "confidence_connected",
                    (s, v) -> confident(s, v).regions().getFirst().mask(),
                    "dilate_ball1",
                    ball(mask -> Morphology.dilate(mask, ONE, ALONE)),
                    "erode_ball1",
                    ball(mask -> Morphology.erode(mask, ONE, ALONE)),
                    "opening_ball2",
                    ball(mask -> Morphology.open(mask, TWO, ALONE)),
                    "closing_ball2",
                    ball(mask -> Morphology.close(mask, TWO, ALONE)));

    private static Mask grown(
            String tool, Series series, Volume volume, int low, int high, String... more)
            throws InterruptedException {
        String[] settings =
                Stream.concat(Stream.of("lower=" + low, "upper=" + high), Stream.of(more))
                        .toArray(String[]::new);
        return segmented(tool, volume, List.of(series.seed()), settings)
                .regions()
                .getFirst()
                .mask();
    }

    private static ToolOutcome.Segmented confident(Series series, Volume volume)
            throws InterruptedException {
        return segmented(
                "confidence-connected", volume, List.of(series.confidenceSeed()), "radius=2");
    }

    @Test
    void everyMaskThatThereIsIsCompared() {
        var compared = new TreeSet<String>();
        series().forEach(s -> MAKERS.keySet().forEach(name -> compared.add(s.name() + "." + name)));
        assertEquals(List.copyOf(compared), Reference.masks());
    }

    @ParameterizedTest
    @MethodSource("series")
    void theMasksAreThoseOfItk(Series series) throws IOException, InterruptedException {
        Volume volume = Reference.series(series.name());
        for (Map.Entry<String, Maker> made : MAKERS.entrySet()) {
            Mask expected = Reference.mask(series.name(), made.getKey());
            Mask ours = made.getValue().of(series, volume);
            assertEquals(expected.count(), ours.count(), made.getKey());
            assertEquals(0, expected.xor(ours).count(), made.getKey());
        }
        String json = Reference.json("itk_" + series.name() + ".json");
        ToolOutcome.Segmented confident = confident(series, volume);
        double mean = value(json, "final_mean");
        double variance = value(json, "final_variance");
        assertEquals(mean, number(confident, "mean"), Math.abs(mean) * 1e-9);
        assertEquals(variance, number(confident, "variance"), variance * 1e-9);
        parts(series, volume, json, "face6", Connectivity.FACES);
        parts(series, volume, json, "full26", Connectivity.CORNERS);
        for (int bins : List.of(128, 256)) {
            String otsu = json.substring(json.indexOf("\"otsu_" + bins + "\""));
            var found = segmented("threshold", volume, List.of(), "method=otsu", "bins=" + bins);
            assertEquals(value(otsu, "threshold"), number(found, "threshold"));
            assertEquals(
                    (long) value(otsu, "voxels_above"), found.regions().getFirst().mask().count());
        }
    }

    private static void parts(
            Series series, Volume volume, String json, String field, Connectivity connectivity) {
        String all = json.substring(json.indexOf("\"connected_components\""));
        String own = all.substring(all.indexOf("\"" + field + "\""));
        Mask mask = MaskRows.between(volume.voxels().numbers(), series.low(), series.high(), ALONE);
        assertEquals((long) value(all, "foreground_voxels"), mask.count());
        Components parts = Components.of(mask, connectivity, ALONE);
        assertEquals((int) value(own, "components"), parts.count());
        Matcher sizes = Pattern.compile("\"largest_sizes\": \\[([-0-9,\\s]+)]").matcher(own);
        assertEquals(true, sizes.find());
        assertEquals(
                Stream.of(sizes.group(1).strip().split("\\s*,\\s*", -1))
                        .map(Long::valueOf)
                        .toList(),
                IntStream.of(parts.bySize()).limit(5).mapToObj(parts::voxels).toList());
    }

    /// The figures of Otsu's method stand in the reference; those of the others are ITK's for the same voxels.
    @ParameterizedTest
    @CsvFileSource(resources = "itk-thresholds.csv")
    void automaticThresholdsAreThoseOfItk(
            String name, String method, int bins, double threshold, long above)
            throws IOException, InterruptedException {
        if (!VOLUMES.containsKey(name)) {
            VOLUMES.put(name, Reference.series(name));
        }
        var found =
                segmented(
                        "threshold",
                        Objects.requireNonNull(VOLUMES.get(name)),
                        List.of(),
                        "method=" + method,
                        "bins=" + bins);
        assertEquals(threshold, number(found, "threshold"));
        assertEquals(above, found.regions().getFirst().mask().count());
    }

    private static double value(String json, String field) {
        Matcher found = Pattern.compile("\"" + field + "\": ([-0-9.e+]+)").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + field);
        }
        return Double.parseDouble(found.group(1));
    }
}
