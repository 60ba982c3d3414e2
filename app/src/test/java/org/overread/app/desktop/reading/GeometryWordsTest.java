// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.reading.TestVolumes.Acquisition;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.volume.GeometryVerdict;
import org.overread.viewer.volume.GeometryVerdict.Gap;
import org.overread.viewer.volume.GeometryVerdict.Kind;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;

class GeometryWordsTest {
    private static final GeometryVerdict UNPLACED =
            new GeometryVerdict(Kind.UNCALIBRATED, 0.4, 3, List.of());

    private static Volume volume(Acquisition acquisition) {
        return TestVolumes.of(TestVolumes.geometry(acquisition), ValueUnit.HU, _ -> 0);
    }

    private static String full(Acquisition acquisition) {
        return GeometryWords.full(volume(acquisition), PixelMeasure.PATIENT);
    }

    private static String full(GeometryVerdict verdict) {
        return full(verdict, PixelMeasure.NONE);
    }

    private static String full(GeometryVerdict verdict, PixelMeasure measure) {
        Volume any = volume(Acquisition.AXIAL);
        return GeometryWords.full(
                new Volume(
                        any.id(), any.title(), any.geometry(), verdict, any.unit(), any.voxels()),
                measure);
    }

    @Test
    void aRegularGridNeedsNoWords() {
        assertEquals("", full(Acquisition.AXIAL));
        assertEquals("", full(Acquisition.OBLIQUE));
        assertEquals(Optional.empty(), brief(Kind.REGULAR, 0));
    }

    @Test
    void aTiltIsSaidInDegrees() {
        // 0.8 mm aside on 2.5 mm: atan(0.32) = 17.74 degrees
        assertEquals("Gantry tilt 17.7°", full(Acquisition.TILTED));
        assertEquals(Optional.of("gantry tilt 18.5°"), brief(Kind.SHEARED, 18.5));
    }

    @Test
    void unevenDistancesAreSaidFromLeastToMost() {
        // distances 2.5 mm x (1 + d/20), d the difference of (k - 8)|k - 8| of neighbours: 1 to 15
        assertEquals("Uneven slices, 2.63 to 4.38 mm apart", full(Acquisition.UNEVEN));
    }

    @Test
    void gapsAreSaidWithTheirPlaces() {
        var gapped =
                new GeometryVerdict(
                        Kind.GAPPED, 0.4, 0, List.of(new Gap(3, 1), new Gap(9, 2), new Gap(20, 1)));
        assertEquals(
                """
                4 slices missing
                1 after slice 4
                2 after slice 10
                and at 1 more place
                Positions exact to 0.4 mm""",
                full(gapped));
        assertEquals(Optional.of("4 slices missing"), GeometryWords.brief(gapped));
    }

    @Test
    void withoutPositionsNoMillimetresArePromised() {
        assertEquals("No sizes in the file: no mm", full(UNPLACED));
    }

    @Test
    void millimetresOfAPictureAreSaidWithTheirMeaning() {
        assertEquals("mm at the detector", full(UNPLACED, PixelMeasure.DETECTOR));
        assertEquals(
                "mm inside the ultrasound region", full(UNPLACED, PixelMeasure.ULTRASOUND_REGION));
        assertEquals("No position; mm within the picture", full(UNPLACED, PixelMeasure.PATIENT));
    }

    private static Optional<String> brief(Kind kind, double tilt) {
        return GeometryWords.brief(new GeometryVerdict(kind, 0, tilt, List.of()));
    }
}
