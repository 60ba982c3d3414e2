// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.volume.GeometryVerdict.Kind;

/// Several frames a file: over several files, downwards, and alone.
class ManyFramesTest {
    private static final int VOXELS = Slices.COLUMNS * Slices.ROWS;

    @TempDir Path folder;

    private static DicomBytes item(double z) {
        return DicomBytes.explicit()
                .sequence(
                        0x0020_9113,
                        DicomBytes.explicit().text(TagNumbers.POSITION, "DS", "0\\0\\" + z));
    }

    private static short[] filled(int... frames) {
        short[] values = new short[frames.length * VOXELS];
        for (int f = 0; f < frames.length; f++) {
            java.util.Arrays.fill(values, f * VOXELS, (f + 1) * VOXELS, (short) frames[f]);
        }
        return values;
    }

    private List<VolumeSource> volumes(DicomBytes... files) throws Exception {
        ScanResult scan = Scans.scan(Slices.write(folder, files));
        assertEquals(List.of(), scan.skipped());
        return scan.volumes().toList();
    }

    private static List<Float> values(VolumeSource source) {
        return IntStream.range(0, source.slices().size())
                .mapToObj(k -> firstValue(source, k))
                .toList();
    }

    private static float firstValue(VolumeSource source, int k) {
        try {
            return DicomVolumeReader.readSlice(source, k)[0];
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// The frames of both files lie between each other.
    @Test
    void enhancedSeriesOverSeveralFilesIsOneVolume() throws Exception {
        DicomBytes even =
                Slices.at(1, 0, 0, 0)
                        .without(TagNumbers.POSITION)
                        .text(TagNumbers.FRAMES, "IS", "3")
                        .sequence(TagNumbers.FRAME_GROUPS, item(4), item(0), item(8))
                        .pixels(filled(4, 0, 8));
        DicomBytes odd =
                Slices.at(2, 0, 0, 0)
                        .without(TagNumbers.POSITION)
                        .text(TagNumbers.FRAMES, "IS", "2")
                        .sequence(TagNumbers.FRAME_GROUPS, item(6), item(2))
                        .pixels(filled(6, 2));

        List<VolumeSource> volumes = volumes(even, odd);

        assertEquals(1, volumes.size());
        assertEquals(Kind.REGULAR, volumes.getFirst().verdict().kind());
        assertEquals(2, volumes.getFirst().geometry().spacingK(), 1e-9);
        assertEquals(List.of(0f, 2f, 4f, 6f, 8f), values(volumes.getFirst()));
    }

    /// Slices of a volume ascend along the normal; the first frame is the highest.
    @Test
    void nuclearFramesGoDownWhereTheirDistanceIsNegative() throws Exception {
        DicomBytes nuclear =
                Slices.at(1, 0, 0, 10)
                        .text(TagNumbers.MODALITY, "CS", "NM")
                        .text(TagNumbers.FRAMES, "IS", "3")
                        .text(TagNumbers.SLICE_DISTANCE, "DS", "-2.5")
                        .pixels(filled(1, 2, 3));

        VolumeSource volume = volumes(nuclear).getFirst();

        assertEquals(5, volume.geometry().origin().z(), 1e-9);
        assertEquals(10, volume.geometry().slices().originAt(2).z(), 1e-9);
        assertEquals(List.of(3f, 2f, 1f), values(volume));
    }

    /// Two views of one breast in one series are two pictures.
    @Test
    void mammogramsOfOneSeriesAreNoStack() throws Exception {
        var views = new DicomBytes[2];
        for (int n = 0; n < views.length; n++) {
            views[n] =
                    Slices.at(n + 1, 0, 0, 0)
                            .text(TagNumbers.SOP_CLASS, "UI", "1.2.840.10008.5.1.4.1.1.1.2")
                            .text(TagNumbers.MODALITY, "CS", "MG")
                            .without(TagNumbers.POSITION)
                            .without(TagNumbers.ORIENTATION)
                            .without(TagNumbers.PIXEL_SPACING)
                            .text(TagNumbers.IMAGER_PIXEL_SPACING, "DS", "0.1\\0.1");
        }

        List<VolumeSource> volumes = volumes(views);

        assertEquals(List.of(1, 1), volumes.stream().map(v -> v.slices().size()).toList());
        assertTrue(volumes.stream().allMatch(v -> v.verdict().kind() == Kind.UNCALIBRATED));
    }

    /// Ultrasound is a film: one volume in the order of its frames, in which nothing is measured.
    @Test
    void ultrasoundFilmIsUncalibrated() throws Exception {
        DicomBytes film =
                Slices.at(1, 0, 0, 0)
                        .text(TagNumbers.SOP_CLASS, "UI", "1.2.840.10008.5.1.4.1.1.3.1")
                        .text(TagNumbers.MODALITY, "CS", "US")
                        .without(TagNumbers.POSITION)
                        .without(TagNumbers.ORIENTATION)
                        .text(TagNumbers.FRAMES, "IS", "3")
                        .pixels(filled(7, 8, 9));

        VolumeSource volume = volumes(film).getFirst();

        assertEquals(Kind.UNCALIBRATED, volume.verdict().kind());
        assertEquals(List.of(7f, 8f, 9f), values(volume));
    }
}
