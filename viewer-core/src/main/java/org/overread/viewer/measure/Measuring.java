// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import static org.overread.viewer.measure.Figure.Unit.DEGREES;
import static org.overread.viewer.measure.Figure.Unit.OF_VALUES;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.viewer.measure.Figure.Quantity;
import org.overread.viewer.measure.Figure.Unit;
import org.overread.viewer.measure.Figures.Remark;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;

/// Reads figures off a volume with a measure. Any thread; regions cost as many voxels as they have.
public final class Measuring {
    /// A way across unplaced slices that is none, in slices.
    private static final double SAME_SLICE = 1e-3;

    private final Volume volume;
    private final LengthMeaning meaning;
    private final List<Figure> figures = new ArrayList<>();
    private final Set<Remark> remarks = EnumSet.noneOf(Remark.class);

    private Measuring(Volume volume, LengthMeaning meaning) {
        this.volume = volume;
        this.meaning = meaning;
    }

    /// The figures of a measure; `meaning` tells what the millimetres of the volume are.
    public static Figures of(Measure measure, Volume volume, LengthMeaning meaning) {
        var measuring = new Measuring(volume, meaning);
        measuring.read(measure);
        return new Figures(measuring.figures, volume.unit(), measuring.remarks);
    }

    private void read(Measure measure) {
        switch (measure) {
            case Ruler.Probe(PatientPoint at) -> probe(at);
            case Ruler.Length(PatientPoint from, PatientPoint to) ->
                    length(Quantity.LENGTH, List.of(from, to));
            case Ruler.Polyline(List<PatientPoint> points) -> length(Quantity.LENGTH, points);
            case Ruler.Angle(PatientPoint first, PatientPoint vertex, PatientPoint second) ->
                    angle(vertex, first, vertex, second);
            case Ruler.Cobb cobb -> cobb(cobb);
            case Ruler.Bidirectional two -> {
                length(Quantity.LONG_AXIS, List.of(two.longFrom(), two.longTo()));
                length(Quantity.SHORT_AXIS, List.of(two.shortFrom(), two.shortTo()));
            }
            case Region.Flat flat -> {
                values(flat);
                area(flat);
                voxels();
            }
            case Region.Sphere sphere -> {
                values(sphere);
                ball(sphere);
                voxels();
            }
            case Marking.Landmark landmark -> {
                length(Quantity.RADIUS, landmark.points());
                probe(landmark.at());
            }
            case Marking.FlatBox(Region.Rectangle frame) -> {
                side(Quantity.WIDTH, frame.center(), frame.a());
                side(Quantity.HEIGHT, frame.center(), frame.b());
                area(frame);
                bounds(frame.points());
            }
            case Marking.SolidBox box -> solid(box);
            case Marking.Polygon polygon -> {
                polygonArea(polygon);
                var around = new ArrayList<>(polygon.points());
                around.add(polygon.points().getFirst());
                length(Quantity.PERIMETER, around);
                bounds(polygon.points());
            }
        }
    }

    private void probe(PatientPoint at) {
        VolumeGeometry geometry = volume.geometry();
        VoxelPoint voxel = geometry.toVoxel(at);
        int i = (int) Math.floor(voxel.i() + 0.5);
        int j = (int) Math.floor(voxel.j() + 0.5);
        int k = (int) Math.floor(voxel.k() + 0.5);
        if (!geometry.size().contains(i, j, k)) {
            remarks.add(Remark.BEYOND_VOLUME);
            return;
        }
        remarkOnValues();
        VoxelNumbers.of(volume.voxels(), geometry.size().i())
                .map(numbers -> numbers.at(i, j, k))
                .filter(value -> !Double.isNaN(value))
                .ifPresent(value -> figures.add(new Figure(Quantity.VALUE, value, OF_VALUES)));
    }

    private void length(Quantity quantity, List<PatientPoint> points) {
        if (!remarkOnLengths(points)) {
            return;
        }
        double sum = 0;
        for (int n = 1; n < points.size(); n++) {
            sum += counted(points.get(n)).distanceTo(counted(points.get(n - 1)));
        }
        figures.add(new Figure(quantity, sum, inPixels() ? Unit.PIXELS : Unit.MILLIMETRES));
    }

    private void angle(PatientPoint a, PatientPoint b, PatientPoint c, PatientPoint d) {
        if (!remarkOnLengths(List.of(a, b, c, d))) {
            return;
        }
        PatientVector one = counted(b).from(counted(a));
        PatientVector other = counted(d).from(counted(c));
        double degrees = Math.toDegrees(Math.atan2(one.cross(other).length(), one.dot(other)));
        figures.add(new Figure(Quantity.ANGLE, degrees, DEGREES));
    }

    /// Lines have no direction; of the two senses of the second that one counts whose ends lie at those of the first.
    private void cobb(Ruler.Cobb lines) {
        double straight =
                lines.firstFrom().distanceTo(lines.secondFrom())
                        + lines.firstTo().distanceTo(lines.secondTo());
        double crossed =
                lines.firstFrom().distanceTo(lines.secondTo())
                        + lines.firstTo().distanceTo(lines.secondFrom());
        boolean turned = crossed < straight;
        angle(
                lines.firstFrom(),
                lines.firstTo(),
                turned ? lines.secondTo() : lines.secondFrom(),
                turned ? lines.secondFrom() : lines.secondTo());
    }

    private void area(Region.Flat flat) {
        PatientPoint endOfA = flat.center().plus(flat.a());
        PatientPoint endOfB = flat.center().plus(flat.b());
        if (!remarkOnLengths(List.of(flat.center(), endOfA, endOfB))) {
            return;
        }
        PatientPoint middle = counted(flat.center());
        double box = counted(endOfA).from(middle).cross(counted(endOfB).from(middle)).length();
        Unit unit = inPixels() ? Unit.SQUARE_PIXELS : Unit.SQUARE_MILLIMETRES;
        figures.add(new Figure(Quantity.AREA, flat.areaShare() * box, unit));
    }

    private void side(Quantity quantity, PatientPoint center, PatientVector half) {
        length(quantity, List.of(center.plus(half.negated()), center.plus(half)));
    }

    private void solid(Marking.SolidBox box) {
        side(Quantity.WIDTH, box.center(), box.a());
        side(Quantity.HEIGHT, box.center(), box.b());
        side(Quantity.DEPTH, box.center(), box.c());
        if (volume.verdict().isCalibrated() && !inPixels()) {
            double mm3 = 8 * box.a().length() * box.b().length() * box.c().length();
            figures.add(new Figure(Quantity.VOLUME, mm3, Unit.CUBIC_MILLIMETRES));
        }
        bounds(box.points());
    }

    private void polygonArea(Marking.Polygon polygon) {
        if (!remarkOnLengths(polygon.points())) {
            return;
        }
        List<PatientPoint> at = polygon.points().stream().map(this::counted).toList();
        double area = new Marking.Polygon(at).areaVector().length();
        figures.add(
                new Figure(
                        Quantity.AREA,
                        area,
                        inPixels() ? Unit.SQUARE_PIXELS : Unit.SQUARE_MILLIMETRES));
    }

    private void bounds(List<PatientPoint> points) {
        if (!points.stream().allMatch(volume.geometry()::contains)) {
            remarks.add(Remark.BEYOND_VOLUME);
        }
    }

    private void ball(Region.Sphere ball) {
        if (!volume.verdict().isCalibrated()) {
            remarks.add(Remark.ACROSS_UNPLACED_SLICES);
            return;
        }
        double radius = ball.radiusMm();
        figures.add(new Figure(Quantity.DIAMETER, 2 * radius, Unit.MILLIMETRES));
        figures.add(
                new Figure(
                        Quantity.VOLUME,
                        4 / 3.0 * Math.PI * radius * radius * radius,
                        Unit.CUBIC_MILLIMETRES));
    }

    private void values(Region region) {
        remarkOnValues();
        if (!RegionBounds.liesWithin(region, volume.geometry())) {
            remarks.add(Remark.BEYOND_VOLUME);
        }
        Optional<RegionStatistics> found = RegionStatistics.of(region, volume);
        if (found.isEmpty()) {
            if (volume.voxels() instanceof Voxels.Grey) {
                remarks.add(Remark.NO_VOXEL_INSIDE);
            }
            return;
        }
        RegionStatistics all = found.get();
        figures.add(new Figure(Quantity.MEAN, all.mean(), OF_VALUES));
        figures.add(new Figure(Quantity.SD, all.sd(), OF_VALUES));
        figures.add(new Figure(Quantity.LEAST, all.least(), OF_VALUES));
        figures.add(new Figure(Quantity.MOST, all.most(), OF_VALUES));
        figures.add(new Figure(Quantity.MEDIAN, all.median(), OF_VALUES));
        figures.add(new Figure(Quantity.VOXELS, all.voxels(), Unit.NUMBER));
    }

    /// The count stands last.
    private void voxels() {
        figures.stream()
                .filter(f -> f.quantity() == Quantity.VOXELS)
                .findFirst()
                .ifPresent(
                        count -> {
                            figures.remove(count);
                            figures.add(count);
                        });
    }

    private void remarkOnValues() {
        switch (volume.voxels()) {
            case Voxels.Rgb8 _ -> remarks.add(Remark.COLOURS);
            case Voxels.Bricked(var values) -> {
                if (values.readShare() < 1) {
                    remarks.add(Remark.NOT_ALL_READ);
                }
            }
            case Voxels.InMemory _ -> {}
        }
    }

    /// Says whether lengths between these points mean something.
    private boolean remarkOnLengths(List<PatientPoint> points) {
        switch (meaning) {
            case PATIENT -> {}
            case ULTRASOUND_REGION -> remarks.add(Remark.ULTRASOUND_REGION);
            case DETECTOR -> remarks.add(Remark.AT_DETECTOR);
            case NONE -> {}
        }
        if (inPixels()) {
            remarks.add(Remark.IN_PIXELS);
        }
        if (volume.verdict().isCalibrated()) {
            return true;
        }
        double k = volume.geometry().sliceIndexAt(points.getFirst());
        for (PatientPoint p : points) {
            if (Math.abs(volume.geometry().sliceIndexAt(p) - k) > SAME_SLICE) {
                remarks.add(Remark.ACROSS_UNPLACED_SLICES);
                return false;
            }
        }
        return true;
    }

    private boolean inPixels() {
        return meaning == LengthMeaning.NONE;
    }

    /// A point in the space in which lengths are counted: the patient, or columns and rows.
    private PatientPoint counted(PatientPoint p) {
        if (!inPixels()) {
            return p;
        }
        VoxelPoint voxel = volume.geometry().toVoxel(p);
        return new PatientPoint(voxel.i(), voxel.j(), voxel.k());
    }
}
