// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.Observed;
import org.overread.segmentation.finding.Said;
import org.overread.segmentation.finding.Target;
import org.overread.segmentation.label.Confidence;
import org.overread.viewer.measure.Figure;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.Region;
import org.overread.viewer.measure.Ruler;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;

final class FindingFilesTest {
    private static final String VOLUME = "1.2.840.113619.2.55.3#0";

    @TempDir private Path folder = Path.of("");

    private static PatientPoint at(double x, double y, double z) {
        return new PatientPoint(x, y, z);
    }

    static List<Finding> oneOfEach() {
        var figures =
                new Figures(
                        List.of(
                                new Figure(
                                        Figure.Quantity.MEAN,
                                        -1234.5678901234567,
                                        Figure.Unit.OF_VALUES)),
                        ValueUnit.HU,
                        Set.of(Figures.Remark.AT_DETECTOR));
        List<Measure> measures =
                List.of(
                        new Ruler.Probe(at(0.1, 1 / 3.0, -7e-9)),
                        new Ruler.Length(at(1, 2, 3), at(4, 5, 6)),
                        new Ruler.Polyline(List.of(at(1, 2, 3), at(4, 5, 6), at(7, 8, 9))),
                        new Ruler.Angle(at(1, 2, 3), at(4, 5, 6), at(7, 8, 10)),
                        new Ruler.Cobb(at(1, 2, 3), at(4, 5, 6), at(7, 8, 9), at(9, 9, 9)),
                        Ruler.Bidirectional.across(
                                at(1, 2, 3), at(11, 2, 3), PatientVector.HEAD, 4),
                        new Region.Rectangle(
                                at(1, 1, 1),
                                new PatientVector(2, 0, 0),
                                new PatientVector(0, 4, 0)),
                        new Region.Ellipse(
                                at(1, 1, 1),
                                new PatientVector(2, 0, 0),
                                new PatientVector(0, 4, 0)),
                        new Region.Sphere(at(1, 2, 3), at(1, 2, 8)),
                        new Marking.Landmark(at(0.1, 0.2, 0.3), at(0.1, 1 / 3.0, 0.3)),
                        new Marking.FlatBox(
                                new Region.Rectangle(
                                        at(0.1, 0.7, 1 / 3.0),
                                        new PatientVector(0.3, 0.1, 0),
                                        new PatientVector(-0.1, 0.3, 0))),
                        new Marking.SolidBox(
                                at(0.1, 0.7, 1 / 3.0),
                                new PatientVector(0.3, 0.1, 0),
                                new PatientVector(-0.1, 0.3, 0),
                                new PatientVector(0, 0, 1 / 7.0)),
                        new Marking.Polygon(List.of(at(1, 2, 3), at(4, 5, 3), at(7, 1, 3))));
        var all = new ArrayList<Finding>();
        for (Measure measure : measures) {
            all.add(
                    new Finding(
                            new UUID(3, all.size()),
                            VOLUME,
                            all.size() % 2 == 0
                                    ? new FrameOfReference.Named("1.2.3")
                                    : new FrameOfReference.Unnamed(VOLUME),
                            "Knoten „links“, №" + all.size(),
                            new Observed.Shaped(measure, figures),
                            said(all.size()),
                            Instant.parse("2026-11-21T10:15:30.123456789Z")));
        }
        List<Target> targets =
                List.of(
                        new Target.OfCase(),
                        new Target.OfSeries(),
                        new Target.OfStructure("liver"),
                        new Target.OfFinding(new UUID(3, 0)));
        for (Target target : targets) {
            all.add(
                    new Finding(
                            new UUID(3, all.size()),
                            VOLUME,
                            new FrameOfReference.Named("1.2.3"),
                            "Image quality " + all.size(),
                            new Observed.Classified(target),
                            said(all.size()),
                            Instant.EPOCH));
        }
        return all;
    }

    private static Said said(int number) {
        return switch (number % 3) {
            case 0 -> Said.NOTHING;
            case 1 ->
                    new Said(
                            Optional.of("lesion"),
                            Map.of("Margin", "spiculated", "Lobe (of the lung)", "links oben"),
                            Optional.of(new Confidence.Rated(4)));
            default ->
                    new Said(
                            Optional.of("cyst"),
                            Map.of(),
                            Optional.of(new Confidence.NotAssessable()));
        };
    }

    @Test
    void whatWasKeptComesBackToTheLastDigit() throws IOException {
        var files = new FindingFiles(folder.resolve("findings"));
        assertEquals(new FindingStore.Found.Kept(List.of()), files.load(VOLUME));
        files.save(VOLUME, oneOfEach());
        assertEquals(
                new FindingStore.Found.Kept(oneOfEach()),
                new FindingFiles(folder.resolve("findings")).load(VOLUME));
        assertEquals(new FindingStore.Found.Kept(List.of()), files.load("another"));
    }

    @Test
    void theNameOfTheFileDoesNotTellTheVolume() throws IOException {
        new FindingFiles(folder).save(VOLUME, oneOfEach());
        try (Stream<Path> all = Files.list(folder)) {
            all.forEach(file -> assertFalse(file.toString().contains("113619"), file::toString));
        }
    }

    @Test
    void oneDamagedFindingCostsOnlyItself() throws IOException {
        var files = new FindingFiles(folder);
        files.save(VOLUME, oneOfEach());
        Path file = onlyFile();
        String text = Files.readString(file).replaceFirst("\"length\\\\\"", "\"girth\\\\\"");
        Files.writeString(file, text);
        var found = assertInstanceOf(FindingStore.Found.Damaged.class, files.load(VOLUME));
        var others = new ArrayList<>(oneOfEach());
        others.remove(1);
        assertEquals(others, found.findings());
        assertEquals(1, found.lost());
        assertEquals(text, Files.readString(folder.resolve(found.keptAs())));
        assertEquals(new FindingStore.Found.Kept(others), files.load(VOLUME), "told once");
    }

    @Test
    void aFileThatIsNoneOfOursIsSetAside() throws IOException {
        var files = new FindingFiles(folder);
        files.save(VOLUME, List.of());
        byte[] junk = "{\"format\": 1, \"findings\": [{".getBytes(StandardCharsets.UTF_8);
        Path file = onlyFile();
        for (int round = 0; round < 2; round++) { // the second does not write over the first
            Files.write(file, junk);
            var found = assertInstanceOf(FindingStore.Found.Damaged.class, files.load(VOLUME));
            assertEquals(List.of(), found.findings());
            assertArrayEquals(junk, Files.readAllBytes(folder.resolve(found.keptAs())));
        }
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(3, all.count());
        }
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.findFirst().orElseThrow();
        }
    }
}
