// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.volume.GeometryVerdict;
import org.overread.viewer.volume.GeometryVerdict.Gap;
import org.overread.viewer.volume.GeometryVerdict.Kind;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VoxelPoint;

class GeometryTest {
    @TempDir Path folder;

    private VolumeSource only(DicomBytes... slices) throws Exception {
        ScanResult scan = Scans.scan(Slices.write(folder, slices));
        assertEquals(List.of(), scan.skipped());
        assertEquals(1, scan.volumes().count());
        return scan.volumes().findFirst().orElseThrow();
    }

    private static void assertAt(
            PatientPoint expected, VolumeSource source, double i, double j, double k) {
        double mm = source.geometry().toPatient(new VoxelPoint(i, j, k)).distanceTo(expected);
        assertTrue(mm < 1e-9, () -> mm + " mm away");
    }

    @Test
    void evenSlicesAreRegular() throws Exception {
        VolumeSource source =
                only(Slices.at(2, 1, 2, 8), Slices.at(1, 1, 2, 5), Slices.at(3, 1, 2, 11));

        assertEquals(new GeometryVerdict(Kind.REGULAR, 0, 0, List.of()), source.verdict());
        assertAt(new PatientPoint(1 + 3 * 0.5, 2 + 2 * 0.75, 8), source, 3, 2, 1);
        assertEquals(3, source.geometry().spacingK(), 1e-12);
    }

    @Test
    void gantryTiltIsAShear() throws Exception {
        // slices stay upright while their stack leans 1 mm to the back for every 2 mm up
        VolumeSource source =
                only(
                        Slices.at(1, 0, 0, 0),
                        Slices.at(2, 0, 1, 2),
                        Slices.at(3, 0, 2, 4),
                        Slices.at(4, 0, 3, 6));

        assertEquals(Kind.SHEARED, source.verdict().kind());
        assertEquals(Math.toDegrees(Math.atan(0.5)), source.verdict().tiltDegrees(), 1e-9);
        assertAt(new PatientPoint(0, 3, 6), source, 0, 0, 3);
        assertAt(new PatientPoint(1, 1.75, 2), source, 2, 1, 1);
    }

    @Test
    void unevenSlicesKeepTheirPlaces() throws Exception {
        VolumeSource source =
                only(
                        Slices.at(1, 0, 0, 0),
                        Slices.at(2, 0, 0, 1),
                        Slices.at(3, 0, 0, 2.3),
                        Slices.at(4, 0, 0, 6));

        assertEquals(Kind.VARIABLE, source.verdict().kind());
        assertEquals(0, source.verdict().worstCornerErrorMm());
        assertAt(new PatientPoint(0, 0, 2.3), source, 0, 0, 2);
        assertAt(new PatientPoint(0, 0, 6), source, 0, 0, 3);
    }

    @Test
    void missingSlicesAreAGapWithItsPlace() throws Exception {
        VolumeSource source =
                only(
                        Slices.at(1, 0, 0, 0),
                        Slices.at(2, 0, 0, 2),
                        Slices.at(3, 0, 0, 4),
                        Slices.at(4, 0, 0, 10),
                        Slices.at(5, 0, 0, 12));

        assertEquals(Kind.GAPPED, source.verdict().kind());
        assertEquals(List.of(new Gap(2, 2)), source.verdict().gaps());
        assertEquals(2, source.verdict().missingSlices());
        assertAt(new PatientPoint(0, 0, 10), source, 0, 0, 3);
    }

    @Test
    void aWideHoleThatIsNoMultipleIsNotCalledMissingSlices() throws Exception {
        // 97.3 mm between two pairs of slices 2 mm apart: 48 slices and a bit
        VolumeSource source =
                only(
                        Slices.at(1, 0, 0, 0),
                        Slices.at(2, 0, 0, 2),
                        Slices.at(3, 0, 0, 4),
                        Slices.at(4, 0, 0, 101.3),
                        Slices.at(5, 0, 0, 103.3));

        assertEquals(Kind.VARIABLE, source.verdict().kind());
        assertEquals(0, source.verdict().missingSlices());
        assertAt(new PatientPoint(0, 0, 101.3), source, 0, 0, 3);
    }

    @Test
    void aHoleOfManySlicesIsCountedAlthoughPositionsAreRounded() throws Exception {
        // 0.625 mm apart, written in tenths; eleven slices are not there
        VolumeSource source =
                only(
                        Slices.at(1, 0, 0, 0),
                        Slices.at(2, 0, 0, 0.6),
                        Slices.at(3, 0, 0, 1.3),
                        Slices.at(4, 0, 0, 1.9),
                        Slices.at(5, 0, 0, 2.5),
                        Slices.at(6, 0, 0, 10.0),
                        Slices.at(7, 0, 0, 10.6));

        assertEquals(List.of(new Gap(4, 11)), source.verdict().gaps());
    }

    @Test
    void roundedPositionsAreRegularAndTheErrorIsStated() throws Exception {
        VolumeSource source =
                only(
                        Slices.at(1, 0, 0, 0),
                        Slices.at(2, 0, 0, 0.67),
                        Slices.at(3, 0, 0, 1.33),
                        Slices.at(4, 0, 0, 2));

        assertEquals(Kind.REGULAR, source.verdict().kind());
        assertEquals(0.67 - 2 / 3.0, source.verdict().worstCornerErrorMm(), 1e-9);
    }

    @Test
    void positionsRoundedToATenthAreRegularAndTheErrorIsStated() throws Exception {
        // every 1.25 mm: 0, 1.25, 2.5, 3.75, 5
        VolumeSource source =
                only(
                        Slices.at(1, 0, 0, 0),
                        Slices.at(2, 0, 0, 1.3),
                        Slices.at(3, 0, 0, 2.5),
                        Slices.at(4, 0, 0, 3.8),
                        Slices.at(5, 0, 0, 5));

        assertEquals(Kind.REGULAR, source.verdict().kind());
        assertEquals(0.05, source.verdict().worstCornerErrorMm(), 1e-9);
        assertEquals(1.25, source.geometry().spacingK(), 1e-9);
    }

    @Test
    void aTenthMoreThanRoundingExplainsIsVariable() throws Exception {
        VolumeSource source =
                only(
                        Slices.at(1, 0, 0, 0),
                        Slices.at(2, 0, 0, 5),
                        Slices.at(3, 0, 0, 10.2),
                        Slices.at(4, 0, 0, 15));

        assertEquals(Kind.VARIABLE, source.verdict().kind());
    }

    @Test
    void positionsInHundredthsAreTakenAsSuch() throws Exception {
        // the same slices as those rounded to a tenth, but one position shows that more is written
        VolumeSource source =
                only(
                        Slices.at(1, 0, 0, 0),
                        Slices.at(2, 0, 0, 1.3),
                        Slices.at(3, 0, 0, 2.51),
                        Slices.at(4, 0, 0, 3.8),
                        Slices.at(5, 0, 0, 5));

        assertEquals(Kind.VARIABLE, source.verdict().kind());
    }

    @Test
    void wholeMillimetresAreNoRounding() throws Exception {
        VolumeSource source =
                only(whole(1, 0), whole(2, 5), whole(3, 10), whole(4, 16), whole(5, 21));

        assertEquals(Kind.VARIABLE, source.verdict().kind());
    }

    private static DicomBytes whole(int number, int z) {
        return Slices.at(number, 0, 0, z).text(TagNumbers.POSITION, "DS", "0\\0\\" + z);
    }

    @Test
    void slicesAscendAlongTheNormalWhateverTheirNumbers() throws Exception {
        // rows to the left, columns to the head: the normal points to the front
        String coronal = "1\\0\\0\\0\\0\\1";
        VolumeSource source =
                only(
                        Slices.at(1, 0, -7, 0).text(TagNumbers.ORIENTATION, "DS", coronal),
                        Slices.at(2, 0, -5, 0).text(TagNumbers.ORIENTATION, "DS", coronal),
                        Slices.at(3, 0, -3, 0).text(TagNumbers.ORIENTATION, "DS", coronal));

        assertAt(new PatientPoint(0, -3, 0), source, 0, 0, 0);
        assertAt(new PatientPoint(0, -7, 0), source, 0, 0, 2);
        assertEquals("1.2.3.3", source.slices().getFirst().sopInstanceUid());
    }

    @Test
    void slicesWithoutPlaceAreUncalibrated() throws Exception {
        VolumeSource source =
                only(
                        Slices.at(2, 0, 0, 0).without(TagNumbers.ORIENTATION),
                        Slices.at(1, 0, 0, 0).without(TagNumbers.ORIENTATION));

        assertEquals(Kind.UNCALIBRATED, source.verdict().kind());
        assertEquals("1.2.3.1", source.slices().getFirst().sopInstanceUid());
    }

    @Test
    void slicesWithoutPixelSpacingAreUncalibrated() throws Exception {
        VolumeSource source =
                only(
                        Slices.at(1, 0, 0, 0).without(TagNumbers.PIXEL_SPACING),
                        Slices.at(2, 0, 0, 1).without(TagNumbers.PIXEL_SPACING));

        assertEquals(Kind.UNCALIBRATED, source.verdict().kind());
    }

    @Test
    void radiographIsMeasuredAtItsDetectorAndSoUncalibrated() throws Exception {
        VolumeSource source =
                only(
                        Slices.at(1, 0, 0, 0)
                                .without(TagNumbers.PIXEL_SPACING)
                                .without(TagNumbers.POSITION)
                                .without(TagNumbers.ORIENTATION)
                                .text(TagNumbers.MODALITY, "CS", "DX")
                                .text(TagNumbers.IMAGER_PIXEL_SPACING, "DS", "0.2\\0.1"));

        assertEquals(Kind.UNCALIBRATED, source.verdict().kind());
        assertEquals(0.1, source.geometry().spacingI(), 1e-12);
        assertEquals(0.2, source.geometry().spacingJ(), 1e-12);
    }

    @Test
    void cineIsOneUncalibratedVolumeInTheOrderOfItsFrames() throws Exception {
        short[] values = new short[36];
        for (int n = 0; n < 36; n++) {
            values[n] = (short) n;
        }
        VolumeSource source =
                only(
                        Slices.at(1, 0, 0, 0)
                                .without(TagNumbers.POSITION)
                                .without(TagNumbers.ORIENTATION)
                                .text(TagNumbers.MODALITY, "CS", "XA")
                                .text(TagNumbers.FRAMES, "IS", "3")
                                .pixels(values));

        assertEquals(Kind.UNCALIBRATED, source.verdict().kind());
        assertEquals(3, source.slices().size());
        assertEquals(24, DicomVolumeReader.readSlice(source, 2)[0]);
    }
}
