// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.sort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.overread.viewer.dicom.frame.Frame;
import org.overread.viewer.dicom.frame.Plane;
import org.overread.viewer.dicom.pixel.PixelLayout;
import org.overread.viewer.volume.GeometryVerdict;
import org.overread.viewer.volume.GeometryVerdict.Gap;
import org.overread.viewer.volume.GeometryVerdict.Kind;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// From frames in ascending order to the geometry they lie in, as acquired, and what is special about it.
public final class GeometryBuilder {
    private GeometryBuilder() {}

    public record Built(VolumeGeometry geometry, GeometryVerdict verdict) {}

    public static Built build(List<Frame> frames) {
        return frames.getFirst().plane().isPresent() ? placed(frames) : unplaced(frames);
    }

    private static Built unplaced(List<Frame> frames) {
        Frame first = frames.getFirst();
        double distance = Math.abs(first.sliceDistance().orElse(1));
        var geometry =
                VolumeGeometry.regular(
                        size(frames),
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        first.pixelSize().columnsMm(),
                        first.pixelSize().rowsMm(),
                        distance);
        return new Built(geometry, new GeometryVerdict(Kind.UNCALIBRATED, 0, 0, List.of()));
    }

    private static GridSize size(List<Frame> frames) {
        PixelLayout layout = frames.getFirst().source().layout();
        return new GridSize(layout.columns(), layout.rows(), frames.size());
    }

    private static Built placed(List<Frame> frames) {
        double tolerance = Rounding.toleranceMm(frames);
        VolumeGeometry even = geometry(frames, evenly(frames));
        double evenError = worstCornerError(even, frames);
        boolean isEven = frames.size() < 3 || evenError <= tolerance;
        VolumeGeometry geometry =
                isEven ? even : geometry(frames, new SliceStack.Table(origins(frames)));
        List<Gap> gaps = isEven ? List.of() : gaps(geometry, tolerance);
        double tilt = GeometryVerdict.tiltDegrees(geometry);
        Kind kind =
                !frames.getFirst().pixelSize().isCalibrated()
                        ? Kind.UNCALIBRATED
                        : !gaps.isEmpty()
                                ? Kind.GAPPED
                                : !isEven
                                        ? Kind.VARIABLE
                                        : isStraight(geometry, tolerance)
                                                ? Kind.REGULAR
                                                : Kind.SHEARED;
        double error = isEven ? evenError : worstCornerError(geometry, frames);
        return new Built(
                geometry,
                new GeometryVerdict(kind, error, isStraight(geometry, tolerance) ? 0 : tilt, gaps));
    }

    private static VolumeGeometry geometry(List<Frame> frames, SliceStack slices) {
        Frame first = frames.getFirst();
        Plane plane = first.plane().orElseThrow();
        return new VolumeGeometry(
                size(frames),
                plane.row().times(first.pixelSize().columnsMm()),
                plane.column().times(first.pixelSize().rowsMm()),
                slices);
    }

    private static List<PatientPoint> origins(List<Frame> frames) {
        return frames.stream().map(frame -> frame.plane().orElseThrow().origin()).toList();
    }

    private static SliceStack evenly(List<Frame> frames) {
        Frame first = frames.getFirst();
        PatientPoint start = first.plane().orElseThrow().origin();
        if (frames.size() == 1) {
            double distance = Math.abs(first.sliceDistance().orElse(1));
            return new SliceStack.Even(start, first.plane().orElseThrow().normal().times(distance));
        }
        PatientPoint end = frames.getLast().plane().orElseThrow().origin();
        return new SliceStack.Even(start, end.from(start).times(1.0 / (frames.size() - 1)));
    }

    /// Whether the last slice lies to the side by no more than rounding.
    private static boolean isStraight(VolumeGeometry geometry, double tolerance) {
        int last = geometry.size().k() - 1;
        PatientVector way = geometry.slices().originAt(last).from(geometry.origin());
        return way.cross(geometry.normal()).length() <= tolerance;
    }

    /// Of the usual distance: a multiple that is missed by more is none, however many roundings could add up.
    private static final double MISSED_MULTIPLE = 0.1;

    /// Gaps, where all distances are multiples of the usual one; else none.
    private static List<Gap> gaps(VolumeGeometry geometry, double tolerance) {
        int intervals = geometry.size().k() - 1;
        double[] distances = new double[intervals];
        for (int k = 0; k < intervals; k++) {
            distances[k] = geometry.kStep(k).length();
        }
        double usual = usual(distances);
        var gaps = new ArrayList<Gap>();
        for (int k = 0; k < intervals; k++) {
            long multiple = Math.round(distances[k] / usual);
            double error = Math.abs(distances[k] - multiple * usual);
            double granted =
                    Math.min(
                            (1 + multiple) * tolerance,
                            Math.max(MISSED_MULTIPLE * usual, 2 * tolerance));
            if (multiple < 1 || error > granted) {
                return List.of();
            }
            if (multiple > 1) {
                gaps.add(new Gap(k, (int) Math.min(Integer.MAX_VALUE, multiple - 1)));
            }
        }
        return gaps;
    }

    /// The mean of those distances that are about the middle one: where positions are rounded, each alone is not exact.
    private static double usual(double[] distances) {
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        double middle = sorted[(sorted.length - 1) / 2];
        return Arrays.stream(sorted)
                .filter(distance -> Math.round(distance / middle) == 1)
                .average()
                .orElse(middle);
    }

    /// Millimetres between where headers put the corners of slices and where the geometry does.
    private static double worstCornerError(VolumeGeometry geometry, List<Frame> frames) {
        double worst = 0;
        int lastI = geometry.size().i() - 1;
        int lastJ = geometry.size().j() - 1;
        for (int k = 0; k < frames.size(); k++) {
            Frame frame = frames.get(k);
            Plane plane = frame.plane().orElseThrow();
            PatientVector across = plane.row().times(lastI * frame.pixelSize().columnsMm());
            PatientVector along = plane.column().times(lastJ * frame.pixelSize().rowsMm());
            for (int corner = 0; corner < 4; corner++) {
                int i = corner & 1;
                int j = corner >> 1;
                PatientPoint said = plane.origin().plus(across.times(i)).plus(along.times(j));
                var built = geometry.toPatient(new VoxelPoint(i * lastI, j * lastJ, k));
                worst = Math.max(worst, said.distanceTo(built));
            }
        }
        return worst;
    }
}
