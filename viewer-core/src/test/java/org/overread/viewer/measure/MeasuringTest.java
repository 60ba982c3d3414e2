// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.api.Test;
import org.overread.viewer.measure.Figure.Quantity;
import org.overread.viewer.measure.Figure.Unit;
import org.overread.viewer.measure.Figures.Remark;
import org.overread.viewer.phantom.Orientation;
import org.overread.viewer.phantom.Phantoms;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.GeometryVerdict;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

final class MeasuringTest {
    private static final GridSize SIZE = new GridSize(40, 40, 10);
    private static final Volume CT =
            Phantoms.ramp(Orientation.SHEARED.grid(SIZE, 1, 1, 3), 40, PatientVector.LEFT);

    private static PatientPoint at(double x, double y, double z) {
        return new PatientPoint(x, y, z);
    }

    private static double value(Quantity quantity, Measure measure) {
        return figures(measure).value(quantity).orElseThrow();
    }

    private static Figures figures(Measure measure) {
        return Measuring.of(measure, CT, LengthMeaning.PATIENT);
    }

    @Test
    void aLengthIsThatInThePatient() {
        // 2² + 3² + 6² = 7²
        assertEquals(7, value(Quantity.LENGTH, new Ruler.Length(at(1, 1, 1), at(3, -2, 7))), 1e-12);
        assertEquals(
                Unit.MILLIMETRES,
                figures(new Ruler.Length(at(0, 0, 0), at(1, 0, 0))).all().getFirst().unit());
    }

    @Test
    void aPolylineIsTheSumOfItsPieces() {
        var line =
                new Ruler.Polyline(List.of(at(0, 0, 0), at(3, 4, 0), at(3, 4, 12), at(0, 0, 12)));
        assertEquals(5 + 12 + 5, value(Quantity.LENGTH, line), 1e-12);
    }

    @Test
    void anAngleIsMeasuredInSpace() {
        assertEquals(
                60, // two diagonals of a cube's faces
                value(Quantity.ANGLE, new Ruler.Angle(at(1, 1, 0), at(0, 0, 0), at(0, 1, 1))),
                1e-9);
        assertEquals(
                180,
                value(Quantity.ANGLE, new Ruler.Angle(at(-2, 0, 0), at(0, 0, 0), at(5, 0, 0))),
                1e-9);
    }

    @Test
    void cobbsAngleDoesNotDependOnTheSenseOfTheLines() {
        double t = Math.toRadians(25);
        var from = at(0, 0, -50);
        var to = at(40 * Math.cos(t), 0, -50 + 40 * Math.sin(t));
        assertEquals(
                25,
                value(Quantity.ANGLE, new Ruler.Cobb(at(0, 0, 0), at(40, 0, 0), from, to)),
                1e-9);
        assertEquals(
                25,
                value(Quantity.ANGLE, new Ruler.Cobb(at(0, 0, 0), at(40, 0, 0), to, from)),
                1e-9);
    }

    @Test
    void cobbsAngleMayExceedARightAngle() {
        // two end plates that open to the right, 55 degrees up and 55 degrees down
        double x = 30 * Math.cos(Math.toRadians(55));
        double z = 30 * Math.sin(Math.toRadians(55));
        var cobb = new Ruler.Cobb(at(0, 0, 5), at(x, 0, 5 + z), at(0, 0, -5), at(x, 0, -5 - z));
        assertEquals(110, value(Quantity.ANGLE, cobb), 1e-9);
    }

    @Test
    void bothAxesAreTold() {
        var two = Ruler.Bidirectional.across(at(0, 0, 0), at(30, 0, 0), PatientVector.HEAD, 18);
        assertEquals(30, value(Quantity.LONG_AXIS, two), 1e-12);
        assertEquals(18, value(Quantity.SHORT_AXIS, two), 1e-12);
    }

    @Test
    void regionsTellTheirSizeByFormula() {
        var a = new PatientVector(3, 0, 4);
        var b = new PatientVector(0, 6, 0);
        assertEquals(
                Math.PI * 5 * 6, value(Quantity.AREA, new Region.Ellipse(at(0, 0, 0), a, b)), 1e-9);
        assertEquals(10 * 12, value(Quantity.AREA, new Region.Rectangle(at(0, 0, 0), a, b)), 1e-9);
        var ball = new Region.Sphere(at(0, 0, 0), at(0, 0, 6));
        assertEquals(288 * Math.PI, value(Quantity.VOLUME, ball), 1e-9);
        assertEquals(Unit.OF_VALUES, figures(ball).find(Quantity.MEAN).orElseThrow().unit());
        assertEquals(ValueUnit.HU, figures(ball).valueUnit());
    }

    @Test
    void aProbeTellsTheVoxelItIsIn() {
        VolumeGeometry plain = Orientation.AXIAL.grid(SIZE, 1, 1, 3);
        Volume ramp = Phantoms.ramp(plain, 40, PatientVector.LEFT);
        // centres lie at 0.5, so 3.2 is in the cell of 3.5
        Figures found = Measuring.of(new Ruler.Probe(at(3.2, 0.5, 1)), ramp, LengthMeaning.PATIENT);
        assertEquals(43.5, found.value(Quantity.VALUE).orElseThrow(), 1e-4);
        Figures outside = Measuring.of(new Ruler.Probe(at(99, 0, 0)), ramp, LengthMeaning.PATIENT);
        assertEquals(Set.of(Remark.BEYOND_VOLUME), outside.remarks());
        assertEquals(List.of(), outside.all());
    }

    @Test
    void aRegionThatReachesBeyondTheVolumeSaysSo() {
        var a = PatientVector.LEFT.times(15);
        var b = PatientVector.POSTERIOR.times(15);
        assertFalse(
                figures(new Region.Ellipse(at(0, 0, 0), a, b))
                        .remarks()
                        .contains(Remark.BEYOND_VOLUME));
        assertTrue(
                figures(new Region.Ellipse(at(10, 0, 0), a, b))
                        .remarks()
                        .contains(Remark.BEYOND_VOLUME));
        assertTrue(
                figures(new Region.Sphere(at(0, 0, 10), at(0, 0, 20)))
                        .remarks()
                        .contains(Remark.BEYOND_VOLUME));
    }

    private static Volume unplaced() {
        Volume plain = Phantoms.ramp(Orientation.AXIAL.grid(SIZE, 2, 2, 2), 40, PatientVector.LEFT);
        return new Volume(
                plain.id(),
                plain.title(),
                new FrameOfReference.Unnamed("x"),
                plain.geometry(),
                new GeometryVerdict(GeometryVerdict.Kind.UNCALIBRATED, 0, 0, List.of()),
                ValueUnit.ARBITRARY,
                plain.voxels());
    }

    @Test
    void withoutSizesLengthsAreInPixels() {
        var line = new Ruler.Length(at(0, 0, 1), at(6, 8, 1));
        Figures found = Measuring.of(line, unplaced(), LengthMeaning.NONE);
        assertEquals(5, found.value(Quantity.LENGTH).orElseThrow(), 1e-12); // 10 made-up mm
        assertEquals(Unit.PIXELS, found.all().getFirst().unit());
        assertEquals(Set.of(Remark.IN_PIXELS), found.remarks());
        var box =
                new Region.Rectangle(
                        at(0, 0, 1), PatientVector.LEFT.times(4), PatientVector.POSTERIOR.times(4));
        Figures area = Measuring.of(box, unplaced(), LengthMeaning.NONE);
        assertEquals(16, area.value(Quantity.AREA).orElseThrow(), 1e-12);
        assertEquals(Unit.SQUARE_PIXELS, area.find(Quantity.AREA).orElseThrow().unit());
    }

    @Test
    void betweenUnplacedSlicesNothingIsMeasured() {
        var line = new Ruler.Length(at(0, 0, 1), at(6, 8, 3));
        Figures found = Measuring.of(line, unplaced(), LengthMeaning.PATIENT);
        assertEquals(List.of(), found.all());
        assertEquals(Set.of(Remark.ACROSS_UNPLACED_SLICES), found.remarks());
    }

    @Test
    void aRadiographSaysThatItsMillimetresAreTheDetectors() {
        var line = new Ruler.Length(at(0, 0, 1), at(6, 8, 1));
        Figures found = Measuring.of(line, unplaced(), LengthMeaning.DETECTOR);
        assertEquals(10, found.value(Quantity.LENGTH).orElseThrow(), 1e-12);
        assertEquals(Set.of(Remark.AT_DETECTOR), found.remarks());
    }

    @Test
    void coloursHaveNoValues() {
        var colours = new Voxels.Rgb8(PlanarImgs.argbs(SIZE.i(), SIZE.j(), SIZE.k()));
        var volume = new Volume("c", "C", CT.geometry(), ValueUnit.ARBITRARY, colours);
        var ball = new Region.Sphere(at(0, 0, 0), at(0, 0, 6));
        Figures found = Measuring.of(ball, volume, LengthMeaning.PATIENT);
        assertTrue(found.value(Quantity.MEAN).isEmpty());
        assertTrue(found.value(Quantity.DIAMETER).isPresent());
        assertEquals(Set.of(Remark.COLOURS), found.remarks());
    }
}
