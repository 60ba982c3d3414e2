// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.volume.GeometryVerdict.Kind;

class SplittingTest {
    @TempDir Path folder;

    private List<VolumeSource> volumes(List<DicomBytes> slices) throws Exception {
        ScanResult scan = Scans.scan(Slices.write(folder, slices.toArray(DicomBytes[]::new)));
        assertEquals(List.of(), scan.skipped());
        List<VolumeSource> volumes = scan.volumes().toList();
        assertEquals(slices.size(), volumes.stream().mapToInt(v -> v.slices().size()).sum());
        return volumes;
    }

    /// `count` slices, 2 mm apart, numbered from `first`.
    private static List<DicomBytes> stack(int first, int count, double z) {
        var slices = new ArrayList<DicomBytes>();
        for (int n = 0; n < count; n++) {
            slices.add(Slices.at(first + n, 0, 0, z + 2 * n));
        }
        return slices;
    }

    private static List<Integer> sizes(List<VolumeSource> volumes) {
        return volumes.stream().map(v -> v.slices().size()).toList();
    }

    @Test
    void echoesAreVolumesOfTheirOwn() throws Exception {
        var slices = new ArrayList<DicomBytes>();
        stack(1, 3, 0).forEach(s -> slices.add(s.text(TagNumbers.ECHO_TIME, "DS", "4.60")));
        stack(4, 3, 0).forEach(s -> slices.add(s.text(TagNumbers.ECHO_TIME, "DS", "9.2")));
        slices.set(1, slices.get(1).text(TagNumbers.ECHO_TIME, "DS", "4.6"));

        List<VolumeSource> volumes = volumes(slices);

        assertEquals(
                List.of("Head, echo 4.6 ms", "Head, echo 9.2 ms"),
                volumes.stream().map(VolumeSource::title).toList());
        assertEquals(List.of(3, 3), sizes(volumes));
    }

    @Test
    void diffusionSplitsByBValueThenDirection() throws Exception {
        var slices = new ArrayList<DicomBytes>(stack(1, 3, 0));
        slices.forEach(s -> s.text(TagNumbers.PHILIPS_B_VALUE, "IS", "0"));
        for (int d = 0; d < 2; d++) {
            String direction = d == 0 ? "1\\0\\0" : "0\\1\\0";
            for (DicomBytes slice : stack(10 + 10 * d, 3, 0)) {
                slices.add(
                        slice.text(TagNumbers.PHILIPS_B_VALUE, "IS", "1000")
                                .text(TagNumbers.SIEMENS_GRADIENT, "DS", direction));
            }
        }

        List<VolumeSource> volumes = volumes(slices);

        assertEquals(List.of(3, 3, 3), sizes(volumes));
        assertEquals("Head, b = 0 s/mm²", volumes.getFirst().title());
        assertTrue(volumes.get(1).title().startsWith("Head, b = 1000 s/mm², direction"));
    }

    @Test
    void repeatsWithoutAReasonSplitByTheirOrder() throws Exception {
        var slices = new ArrayList<DicomBytes>(stack(1, 3, 0));
        slices.addAll(stack(4, 2, 0)); // the second round was stopped early

        List<VolumeSource> volumes = volumes(slices);

        assertEquals(List.of(3, 2), sizes(volumes));
        assertEquals("1.2.3.1", volumes.get(0).slices().getFirst().sopInstanceUid());
        assertEquals("1.2.3.4", volumes.get(1).slices().getFirst().sopInstanceUid());
    }

    @Test
    void localizerInTheSeriesStandsAlone() throws Exception {
        var slices = new ArrayList<DicomBytes>(stack(1, 3, 0));
        slices.add(
                Slices.at(9, 0, 0, 30)
                        .text(TagNumbers.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\LOCALIZER"));
        slices.add(Slices.at(10, 0, 0, 0).text(TagNumbers.ORIENTATION, "DS", "0\\1\\0\\0\\0\\-1"));

        List<VolumeSource> volumes = volumes(slices);

        assertEquals(List.of(3, 1, 1), sizes(volumes));
        assertEquals(Kind.REGULAR, volumes.getFirst().verdict().kind());
        assertEquals(
                List.of("Head, axial", "Head, sagittal", "Head, localizer"),
                volumes.stream().map(VolumeSource::title).toList());
    }

    @Test
    void acquisitionNumberDoesNotTearARegularVolume() throws Exception {
        var slices = stack(1, 6, 0);
        for (int n = 0; n < 6; n++) {
            slices.get(n).text(TagNumbers.ACQUISITION_NUMBER, "IS", "" + n / 2);
        }
        assertEquals(List.of(6), sizes(volumes(slices)));
    }

    @Test
    void interleavedAcquisitionsComeApart() throws Exception {
        var slices = new ArrayList<DicomBytes>();
        stack(1, 4, 0).forEach(s -> slices.add(s.text(TagNumbers.ACQUISITION_NUMBER, "IS", "1")));
        stack(5, 4, 0.7).forEach(s -> slices.add(s.text(TagNumbers.ACQUISITION_NUMBER, "IS", "2")));

        List<VolumeSource> volumes = volumes(slices);

        assertEquals(List.of(4, 4), sizes(volumes));
        assertEquals(Kind.REGULAR, volumes.getFirst().verdict().kind());
    }

    @Test
    void framesOfReferenceAreNotMixed() throws Exception {
        var slices = stack(1, 4, 0);
        slices.get(3).text(TagNumbers.FRAME_OF_REFERENCE, "UI", "1.2.5");
        assertEquals(List.of(3, 1), sizes(volumes(slices)));
    }

    @Test
    void sizesAreNotMixed() throws Exception {
        var slices = stack(1, 3, 0);
        slices.get(2).us(TagNumbers.ROWS, 2).us(TagNumbers.COLUMNS, 6);
        assertEquals(List.of(2, 1), sizes(volumes(slices)));
    }

    @Test
    void identifierOfAVolumeDoesNotDependOnItsFolder() throws Exception {
        String first = volumes(stack(1, 3, 0)).getFirst().id();
        Path other = java.nio.file.Files.createDirectory(folder.resolve("other"));
        ScanResult scan =
                Scans.scan(
                        Slices.write(other, stack(1, 3, 0).reversed().toArray(DicomBytes[]::new)));
        assertEquals(first, scan.volumes().findFirst().orElseThrow().id());
    }

    @Test
    void copiesAreListedNotStacked() throws Exception {
        Slices.write(folder, stack(1, 3, 0).toArray(DicomBytes[]::new));
        Path other = java.nio.file.Files.createDirectory(folder.resolve("other"));
        Slices.write(other, Slices.at(2, 0, 0, 2));

        ScanResult scan = Scans.scan(folder);

        assertEquals(List.of(3), sizes(scan.volumes().toList()));
        assertTrue(scan.skipped().getFirst().reason() instanceof SkipReason.Duplicate);
        assertEquals(1, scan.skipped().size());
    }
}
