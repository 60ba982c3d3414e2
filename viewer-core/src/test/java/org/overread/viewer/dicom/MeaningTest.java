// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.value.ValueMeaning;
import org.overread.viewer.dicom.value.ValueNote;
import org.overread.viewer.dicom.value.ValueNote.DecayReference;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Voxels;

/// What values mean: tables, real world maps, standardised uptake. Expected numbers are worked by hand.
class MeaningTest {
    @TempDir Path folder;

    private VolumeSource only(DicomBytes... slices) throws Exception {
        ScanResult scan = Scans.scan(Slices.write(folder, slices));
        assertEquals(List.of(), scan.skipped());
        return scan.volumes().findFirst().orElseThrow();
    }

    private static byte[] words(int... words) {
        var bytes = ByteBuffer.allocate(2 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(words).forEach(word -> bytes.putShort((short) word));
        return bytes.array();
    }

    private static byte[] number(double value) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array();
    }

    private static DicomBytes counting(int first) {
        short[] values = new short[12];
        for (int n = 0; n < 12; n++) {
            values[n] = (short) (first + n);
        }
        return Slices.at(1, 0, 0, 0).pixels(values);
    }

    // ---- modality tables

    private static DicomBytes table(int firstMapped, String vr) {
        return DicomBytes.explicit()
                .bytes(TagNumbers.LUT_DESCRIPTOR, "SS", words(4, firstMapped, 16))
                .bytes(TagNumbers.LUT_DATA, vr, words(100, 50, 60000, 7));
    }

    @Test
    void modalityTableMapsAndHoldsItsEnds() throws Exception {
        VolumeSource source = only(counting(0).sequence(TagNumbers.MODALITY_LUT, table(2, "US")));

        var voxels = assertInstanceOf(Voxels.UInt16.class, Scans.read(source).voxels());

        short far = (short) 60000;
        assertArrayEquals(
                new short[] {100, 100, 100, 50, far, 7, 7, 7, 7, 7, 7, 7}, voxels.slice(0));
    }

    @Test
    void modalityTableMayBeginBelowZero() throws Exception {
        VolumeSource source = only(counting(-3).sequence(TagNumbers.MODALITY_LUT, table(-2, "OW")));

        assertArrayEquals(
                new float[] {100, 100, 50, 60000, 7, 7, 7, 7, 7, 7, 7, 7},
                DicomVolumeReader.readSlice(source, 0));
    }

    // ---- real world value maps

    private static DicomBytes map(String unit, double slope, double intercept) {
        return DicomBytes.explicit()
                .sequence(
                        TagNumbers.UNIT_CODE,
                        DicomBytes.explicit()
                                .text(TagNumbers.CODE_VALUE, "SH", unit)
                                .text(TagNumbers.CODE_MEANING, "LO", "meaning of " + unit))
                .bytes(TagNumbers.REAL_WORLD_LAST, "SS", words(32767))
                .bytes(TagNumbers.REAL_WORLD_FIRST, "SS", words(-32768))
                .bytes(TagNumbers.REAL_WORLD_INTERCEPT, "FD", number(intercept))
                .bytes(TagNumbers.REAL_WORLD_SLOPE, "FD", number(slope));
    }

    @Test
    void straightRealWorldMapIsPreferredAndItsUnitNamed() throws Exception {
        VolumeSource source =
                only(
                        counting(0)
                                .text(TagNumbers.MODALITY, "CS", "MR")
                                .text(TagNumbers.WINDOW_CENTER, "DS", "40")
                                .text(TagNumbers.WINDOW_WIDTH, "DS", "400")
                                .sequence(TagNumbers.REAL_WORLD_MAPS, map("mm2/s", 2, 10)));

        assertEquals(ValueUnit.SQUARE_MILLIMETRES_PER_SECOND, source.meaning().unit());
        assertEquals(
                List.of(new ValueNote.RealWorldMap("meaning of mm2/s")), source.meaning().notes());
        assertEquals(List.of(new ValueMeaning.VoiWindow("", 90, 800)), source.meaning().windows());
        assertEquals(32, DicomVolumeReader.readSlice(source, 0)[11]);
    }

    @Test
    void partialRealWorldMapIsNotUsed() throws Exception {
        VolumeSource source =
                only(
                        counting(0)
                                .sequence(
                                        TagNumbers.REAL_WORLD_MAPS,
                                        map("ms", 2, 10)
                                                .without(TagNumbers.REAL_WORLD_LAST)
                                                .bytes(
                                                        TagNumbers.REAL_WORLD_LAST,
                                                        "SS",
                                                        words(4095))));

        assertEquals(ValueUnit.HU, source.meaning().unit());
        assertInstanceOf(ValueNote.RealWorldMapUnused.class, source.meaning().notes().getFirst());
        assertEquals(11, DicomVolumeReader.readSlice(source, 0)[11]);
    }

    @Test
    void slicesWithAndWithoutMapKeepThePlainRescale() throws Exception {
        VolumeSource source =
                only(
                        counting(0).sequence(TagNumbers.REAL_WORLD_MAPS, map("ms", 2, 10)),
                        Slices.at(2, 0, 0, 1));

        assertEquals(11, DicomVolumeReader.readSlice(source, 0)[11]);
    }

    @Test
    void enhancedPhilipsMapsNameTheirUnits() throws Exception {
        List<VolumeSource> volumes =
                Scans.scan(SharedData.path("data/dicom/mr_enhanced_philips_b0")).volumes().toList();

        // units and private scale as dcmdump shows them; 0.244 of the map is the rescale, rounded
        assertEquals(ValueUnit.HERTZ, volumes.get(0).meaning().unit());
        List<ValueNote> notes = volumes.get(1).meaning().notes();
        assertEquals(new ValueNote.RealWorldMap("no units"), notes.getFirst());
        var scale = assertInstanceOf(ValueNote.PhilipsScale.class, notes.get(1));
        assertEquals(118362, 1 / scale.slope(), 1); // the slope that dcm2niix states
        assertEquals(1.27985347985347, volumes.get(1).slices().getFirst().rescale().slope());
    }

    @Test
    void privatePhilipsScaleIsToldAndNotApplied() throws Exception {
        byte[] slope = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(4).array();
        VolumeSource source =
                only(
                        counting(0)
                                .text(0x2005_0010, "LO", "Philips MR Imaging DD 001")
                                .bytes(TagNumbers.PHILIPS_SCALE_INTERCEPT, "FL", new byte[4])
                                .bytes(TagNumbers.PHILIPS_SCALE_SLOPE, "FL", slope));

        assertEquals(List.of(new ValueNote.PhilipsScale(4, 0)), source.meaning().notes());
        assertEquals(11, DicomVolumeReader.readSlice(source, 0)[11]);
    }

    // ---- standardised uptake: 74 kg, 370 MBq, of which 185 MBq are left after one half-life of an
    // hour

    private static final double AFTER_ONE_HALF_LIFE = 74_000 / 185e6;

    private static DicomBytes pet(String injected) {
        return counting(5000)
                .text(TagNumbers.MODALITY, "CS", "PT")
                .text(TagNumbers.PET_UNITS, "CS", "BQML")
                .text(TagNumbers.DECAY_CORRECTION, "CS", "START")
                .text(TagNumbers.CORRECTED_IMAGE, "CS", "DECY\\ATTN\\SCAT")
                .text(TagNumbers.WEIGHT, "DS", "74")
                .text(TagNumbers.SERIES_DATE, "DA", "20260301")
                .text(TagNumbers.SERIES_TIME, "TM", "003000")
                .text(TagNumbers.ACQUISITION_DATE, "DA", "20260301")
                .text(TagNumbers.ACQUISITION_TIME, "TM", "003000.5")
                .sequence(
                        TagNumbers.RADIOPHARMACEUTICAL,
                        DicomBytes.explicit()
                                .text(TagNumbers.INJECTION_TIME, "TM", injected)
                                .text(TagNumbers.TOTAL_DOSE, "DS", "370000000")
                                .text(TagNumbers.HALF_LIFE, "DS", "3600"));
    }

    private static void assertSuv(double factor, DecayReference reference, VolumeSource source)
            throws Exception {
        assertEquals(ValueUnit.SUV, source.meaning().unit());
        var note = assertInstanceOf(ValueNote.SuvScaled.class, source.meaning().notes().getFirst());
        assertEquals(reference, note.reference());
        assertEquals(factor, note.factor(), factor * 1e-6);
        assertEquals(5000 * factor, DicomVolumeReader.readSlice(source, 0)[0], 1e-5);
    }

    private static void assertNoSuv(ValueUnit unit, String why, VolumeSource source)
            throws Exception {
        assertEquals(unit, source.meaning().unit());
        assertEquals(List.of(new ValueNote.NoSuv(why)), source.meaning().notes());
        assertEquals(5000, DicomVolumeReader.readSlice(source, 0)[0]);
    }

    @Test
    void uptakeCountsTheDecayUntilTheScanAcrossMidnight() throws Exception {
        assertSuv(AFTER_ONE_HALF_LIFE, DecayReference.SERIES_TIME, only(pet("233000.00")));
    }

    @Test
    void uptakeCountsNoDecayWhereImagesAreCorrectedToTheInjection() throws Exception {
        assertSuv(
                74_000 / 370e6,
                DecayReference.ADMINISTRATION,
                only(pet("233000").text(TagNumbers.DECAY_CORRECTION, "CS", "ADMIN")));
    }

    @Test
    void seriesWrittenLaterTakesTheTimeOfTheGeScanner() throws Exception {
        assertSuv(
                AFTER_ONE_HALF_LIFE,
                DecayReference.SCANNER_TIME,
                only(
                        pet("233000")
                                .text(TagNumbers.SERIES_TIME, "TM", "1200")
                                .text(TagNumbers.GE_PET_CREATOR, "LO", "GEMS_PETD_01")
                                .text(TagNumbers.GE_SCAN_DATE_TIME, "DT", "20260301003000.00")));
    }

    @Test
    void seriesWrittenLaterIsDatedBackFromItsFrame() throws Exception {
        // a frame of one half-life has its average count at 3600 / ln 2 × ln(2 ln 2) = 1696.4 s
        assertSuv(
                AFTER_ONE_HALF_LIFE,
                DecayReference.FRAME_TIME,
                only(
                        pet("233000")
                                .text(TagNumbers.SERIES_TIME, "TM", "1200")
                                .text(TagNumbers.ACQUISITION_TIME, "TM", "003000")
                                .text(TagNumbers.FRAME_DURATION, "IS", "3600000")
                                .text(TagNumbers.FRAME_REFERENCE_TIME, "DS", "1696441.2")));
    }

    @Test
    void seriesWrittenLaterWithoutOtherTimesHasNoUptake() throws Exception {
        assertNoSuv(
                ValueUnit.BECQUERELS_PER_ML,
                "the series was written after the scan and does not say when that began",
                only(pet("233000").text(TagNumbers.SERIES_TIME, "TM", "1200")));
    }

    @Test
    void whatIsMissingForUptakeIsNamed() throws Exception {
        assertNoSuv(
                ValueUnit.BECQUERELS_PER_ML,
                "the patient's weight is missing",
                only(pet("233000").text(TagNumbers.WEIGHT, "DS", "0")));
    }

    @Test
    void uncorrectedAttenuationHasNoUptake() throws Exception {
        assertNoSuv(
                ValueUnit.BECQUERELS_PER_ML,
                "it is not corrected for attenuation",
                only(pet("233000").text(TagNumbers.CORRECTED_IMAGE, "CS", "DECY")));
    }

    @Test
    void countsOfPhilipsScannersTakeTheirOwnFactor() throws Exception {
        assertSuv(
                0.0005,
                DecayReference.MAKER_FACTOR,
                only(
                        pet("233000")
                                .text(TagNumbers.PET_UNITS, "CS", "CNTS")
                                .text(
                                        TagNumbers.PHILIPS_PET_CREATOR,
                                        "LO",
                                        "Philips PET Private Group")
                                .text(TagNumbers.PHILIPS_SUV_FACTOR, "DS", "0.0005")));
    }

    @Test
    void countsWithoutFactorStayCounts() throws Exception {
        assertNoSuv(
                ValueUnit.COUNTS,
                "counts without the maker's factor for SUV",
                only(pet("233000").text(TagNumbers.PET_UNITS, "CS", "CNTS")));
    }

    // ---- enhanced files: 370 MBq given at 23:30 the day before, corrected to 00:30

    private static DicomBytes enhancedPet(String unit) {
        return counting(5000)
                .text(TagNumbers.SOP_CLASS, "UI", "1.2.840.10008.5.1.4.1.1.130")
                .text(TagNumbers.MODALITY, "CS", "PT")
                .text(TagNumbers.WEIGHT, "DS", "74")
                .text(TagNumbers.DECAY_CORRECTED_TO, "DT", "20260301003000")
                .text(TagNumbers.DECAY_CORRECTED, "CS", "YES")
                .text(TagNumbers.ATTENUATION_CORRECTED, "CS", "YES")
                .sequence(TagNumbers.REAL_WORLD_MAPS, map(unit, 2, 0))
                .sequence(
                        TagNumbers.RADIOPHARMACEUTICAL,
                        DicomBytes.explicit()
                                .text(TagNumbers.INJECTION_DATE_TIME, "DT", "20260228233000.0")
                                .text(TagNumbers.TOTAL_DOSE, "DS", "370")
                                .text(TagNumbers.HALF_LIFE, "DS", "3600"));
    }

    @Test
    void enhancedUptakeFollowsTheMapAndTheStatedTimes() throws Exception {
        VolumeSource source = only(enhancedPet("Bq/ml"));

        assertEquals(ValueUnit.SUV, source.meaning().unit());
        assertEquals(
                List.of(
                        new ValueNote.SuvScaled(AFTER_ONE_HALF_LIFE, DecayReference.STATED_TIME),
                        new ValueNote.RealWorldMap("meaning of Bq/ml")),
                source.meaning().notes());
        assertEquals(
                5000 * 2 * AFTER_ONE_HALF_LIFE,
                DicomVolumeReader.readSlice(source, 0)[0],
                1e-5); // SUV
    }

    @Test
    void enhancedActivityWithoutWeightStaysActivityAndSaysWhy() throws Exception {
        VolumeSource source = only(enhancedPet("Bq/ml").text(TagNumbers.WEIGHT, "DS", "0"));

        assertEquals(ValueUnit.BECQUERELS_PER_ML, source.meaning().unit());
        assertEquals(
                new ValueNote.NoSuv("the patient's weight is missing"),
                source.meaning().notes().getLast());
        assertEquals(10_000, DicomVolumeReader.readSlice(source, 0)[0]);
    }

    @Test
    void enhancedDoseInBecquerelsIsNotTakenForMegabecquerels() throws Exception {
        VolumeSource source =
                only(
                        enhancedPet("Bq/ml")
                                .sequence(
                                        TagNumbers.RADIOPHARMACEUTICAL,
                                        DicomBytes.explicit()
                                                .text(TagNumbers.TOTAL_DOSE, "DS", "370000000")));

        assertEquals(
                new ValueNote.NoSuv("the injected dose is more MBq than a person can be given"),
                source.meaning().notes().getLast());
    }

    @Test
    void enhancedCountsHaveNoUptake() throws Exception {
        VolumeSource source = only(enhancedPet("{counts}"));

        assertEquals(ValueUnit.COUNTS, source.meaning().unit());
        assertEquals(
                new ValueNote.NoSuv("its values are not stated as activity"),
                source.meaning().notes().getLast());
    }

    @Test
    void gramsPerMillilitreAreUptakeAlready() throws Exception {
        VolumeSource source =
                Scans.scan(SharedData.path("data/dicom/pet_leg_sts004"))
                        .volumes()
                        .findFirst()
                        .get();

        assertEquals(ValueUnit.SUV, source.meaning().unit());
        assertEquals(List.of(), source.meaning().notes());
    }
}
