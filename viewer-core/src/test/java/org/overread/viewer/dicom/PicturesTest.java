// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.value.ValueMeaning.Polarity;
import org.overread.viewer.volume.FrameTiming;
import org.overread.viewer.volume.GeometryVerdict.Kind;

/// Films and single pictures: what lies nowhere in the patient.
class PicturesTest {
    @TempDir Path folder;

    private static DicomBytes picture(String modality) {
        return Slices.at(1, 0, 0, 0)
                .text(TagNumbers.MODALITY, "CS", modality)
                .without(TagNumbers.POSITION)
                .without(TagNumbers.ORIENTATION)
                .without(TagNumbers.PIXEL_SPACING);
    }

    private static DicomBytes film() {
        return picture("XA").text(TagNumbers.FRAMES, "IS", "3").pixels(new short[36]);
    }

    private VolumeSource only(DicomBytes file) throws Exception {
        ScanResult scan = Scans.scan(Slices.write(folder, file));
        assertEquals(List.of(), scan.skipped());
        List<VolumeSource> volumes = scan.volumes().toList();
        assertEquals(1, volumes.size());
        return volumes.getFirst();
    }

    @Test
    void framesOfAFilmAreApartInTime() throws Exception {
        VolumeSource source = only(film().text(TagNumbers.FRAME_TIME, "DS", "40"));
        assertEquals(Optional.of(new FrameTiming(List.of(0.0, 40.0, 80.0))), source.timing());
        assertEquals(Kind.UNCALIBRATED, source.verdict().kind());
        assertEquals(3, source.geometry().size().k());
        assertEquals("Head", source.title());
    }

    @Test
    void stepsBetweenFramesMayDiffer() throws Exception {
        VolumeSource source = only(film().text(TagNumbers.FRAME_TIME_VECTOR, "DS", "0\\33\\50"));
        assertEquals(Optional.of(new FrameTiming(List.of(0.0, 33.0, 83.0))), source.timing());
    }

    @Test
    void ratesSayItToo() throws Exception {
        VolumeSource source = only(film().text(TagNumbers.CINE_RATE, "IS", "25"));
        assertEquals(Optional.of(FrameTiming.even(3, 40)), source.timing());
    }

    @Test
    void timesThatRunBackwardsOrStandStillAreNone() throws Exception {
        VolumeSource source =
                only(
                        film().text(TagNumbers.FRAME_TIME_VECTOR, "DS", "0\\-5\\50")
                                .text(TagNumbers.FRAME_TIME, "DS", "0"));
        assertEquals(Optional.empty(), source.timing());
    }

    @Test
    void slicesThatLieSomewhereAreNoFilm() throws Exception {
        VolumeSource source =
                only(
                        Slices.at(1, 0, 0, 0)
                                .text(TagNumbers.FRAMES, "IS", "3")
                                .text(TagNumbers.SLICE_DISTANCE, "DS", "2")
                                .text(TagNumbers.FRAME_TIME, "DS", "40")
                                .pixels(new short[36]));
        assertEquals(Optional.empty(), source.timing());
    }

    private static DicomBytes region(String deltaCm) {
        return DicomBytes.explicit()
                .us(TagNumbers.REGION_FORMAT, 1)
                .us(TagNumbers.REGION_UNITS_X, 3)
                .us(TagNumbers.REGION_UNITS_Y, 3)
                .bytes(TagNumbers.REGION_DELTA_X, "FD", real(deltaCm))
                .bytes(TagNumbers.REGION_DELTA_Y, "FD", real(deltaCm));
    }

    private static byte[] real(String number) {
        return java.nio.ByteBuffer.allocate(8)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putDouble(Double.parseDouble(number))
                .array();
    }

    @Test
    void ultrasoundRegionsGiveTheSizeOfPixels() throws Exception {
        VolumeSource source =
                only(picture("US").sequence(TagNumbers.ULTRASOUND_REGIONS, region("0.025")));
        assertEquals(PixelMeasure.ULTRASOUND_REGION, source.pixelMeasure());
        assertEquals(0.25, source.geometry().spacingI(), 1e-12);
        assertEquals(Kind.UNCALIBRATED, source.verdict().kind());
    }

    @Test
    void regionsOfDifferentScalesGiveNone() throws Exception {
        VolumeSource source =
                only(
                        picture("US")
                                .sequence(
                                        TagNumbers.ULTRASOUND_REGIONS,
                                        region("0.025"),
                                        region("-0.05")));
        assertEquals(PixelMeasure.NONE, source.pixelMeasure());
    }

    @Test
    void spacingOfTheDetectorIsSaidToBeThat() throws Exception {
        DicomBytes file = picture("DX").text(TagNumbers.IMAGER_PIXEL_SPACING, "DS", "0.2\\0.1");
        assertEquals(PixelMeasure.DETECTOR, only(file).pixelMeasure());
        file.text(TagNumbers.PIXEL_SPACING, "DS", "0.2\\0.1");
        assertEquals(PixelMeasure.DETECTOR, only(file).pixelMeasure());
        file.text(TagNumbers.SPACING_CALIBRATION, "CS", "FIDUCIAL");
        assertEquals(PixelMeasure.PATIENT, only(file).pixelMeasure());
    }

    @Test
    void invertedPresentationIsBlackWhereValuesAreHigh() throws Exception {
        DicomBytes file = picture("DX").text(TagNumbers.PRESENTATION_SHAPE, "CS", "INVERSE");
        assertEquals(Polarity.HIGH_IS_BLACK, only(file).meaning().polarity());
        file.text(TagNumbers.PHOTOMETRIC, "CS", "MONOCHROME1");
        assertEquals(Polarity.HIGH_IS_BLACK, only(file).meaning().polarity());
        file.text(TagNumbers.PRESENTATION_SHAPE, "CS", "IDENTITY");
        assertEquals(Polarity.HIGH_IS_BLACK, only(file).meaning().polarity());
        file.text(TagNumbers.PHOTOMETRIC, "CS", "MONOCHROME2");
        assertEquals(Polarity.HIGH_IS_WHITE, only(file).meaning().polarity());
        assertTrue(only(file).timing().isEmpty());
    }
}
