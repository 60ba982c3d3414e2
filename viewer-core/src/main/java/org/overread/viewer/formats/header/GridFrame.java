// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.header;

import java.util.List;
import java.util.Optional;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

/// The first sample's position and the three steps of an even grid: LPS, or RAS on its way to LPS; millimetres.
public record GridFrame(PatientPoint origin, PatientVector i, PatientVector j, PatientVector k) {
    private static final double SMALLEST_STEP_MM = 1e-9;
    private static final double LARGEST_STEP_MM = 1e6;
    private static final double FARTHEST_MM = 1e9;
    private static final double SAME_PLACE_MM = 1e-6;

    public static final GridFrame UNIT =
            new GridFrame(
                    PatientPoint.ORIGIN,
                    PatientVector.LEFT,
                    PatientVector.POSTERIOR,
                    PatientVector.HEAD);

    /// The same with the senses of x, y and z (each 1 or -1) changed.
    public GridFrame mirrored(int x, int y, int z) {
        PatientVector start = mirrored(origin.from(PatientPoint.ORIGIN), x, y, z);
        return new GridFrame(
                PatientPoint.ORIGIN.plus(start),
                mirrored(i, x, y, z),
                mirrored(j, x, y, z),
                mirrored(k, x, y, z));
    }

    private static PatientVector mirrored(PatientVector v, int x, int y, int z) {
        return new PatientVector(v.x() * x + 0.0, v.y() * y + 0.0, v.z() * z + 0.0); // no -0
    }

    /// RAS to LPS, and LPS to RAS.
    public GridFrame turned() {
        return mirrored(-1, -1, 1);
    }

    public GridFrame scaled(double factor) {
        return new GridFrame(
                PatientPoint.ORIGIN.plus(origin.from(PatientPoint.ORIGIN).times(factor)),
                i.times(factor),
                j.times(factor),
                k.times(factor));
    }

    /// With a slice step along the normal where there is one slice and no usable step.
    public GridFrame withSliceStepFor(GridSize size) {
        PatientVector normal = i.cross(j);
        boolean usable = k.isFinite() && Math.abs(k.dot(normal)) > 1e-9 * normal.length();
        if (size.k() > 1 || usable || !(normal.length() > 0 && Double.isFinite(normal.length()))) {
            return this;
        }
        return new GridFrame(origin, i, j, normal.unit());
    }

    /// The frame of a geometry; empty where its slice distances differ.
    public static Optional<GridFrame> of(VolumeGeometry geometry) {
        PatientPoint first = geometry.origin();
        PatientVector step =
                switch (geometry.slices()) {
                    case SliceStack.Even(_, PatientVector even) -> even;
                    case SliceStack.Table(List<PatientPoint> origins) ->
                            origins.getLast().from(first).times(1.0 / (origins.size() - 1));
                };
        for (int k = 0; k < geometry.size().k(); k++) {
            PatientPoint even = first.plus(step.times(k));
            if (geometry.slices().originAt(k).distanceTo(even) > SAME_PLACE_MM) {
                return Optional.empty();
            }
        }
        return Optional.of(new GridFrame(first, geometry.iStep(), geometry.jStep(), step));
    }

    public VolumeGeometry geometry(GridSize size, String file) throws UnreadableImage {
        for (PatientVector step : List.of(i, j, k)) {
            double length = step.length();
            if (!(length >= SMALLEST_STEP_MM && length <= LARGEST_STEP_MM)) { // NaN too
                throw new UnreadableImage(
                        new ReadRefusal.BadHeader(
                                file, "its samples would be " + length + " mm apart"));
            }
        }
        double far = origin.from(PatientPoint.ORIGIN).length();
        if (!(far <= FARTHEST_MM)) {
            throw new UnreadableImage(
                    new ReadRefusal.BadHeader(file, "its first sample would lie at " + origin));
        }
        double volume = Math.abs(i.cross(j).dot(k));
        if (!(volume > 1e-6 * i.length() * j.length() * k.length())) {
            throw new UnreadableImage(new ReadRefusal.BadHeader(file, "its axes lie in one plane"));
        }
        return new VolumeGeometry(size, i, j, new SliceStack.Even(origin, k));
    }

    /// The largest distance, over the corners of the grid, between where this frame and the other put them; millimetres.
    public double farthestApart(GridFrame other, GridSize size) {
        double worst = 0;
        for (int corner = 0; corner < 8; corner++) {
            int ci = (corner & 1) * (size.i() - 1);
            int cj = ((corner >> 1) & 1) * (size.j() - 1);
            int ck = (corner >> 2) * (size.k() - 1);
            worst = Math.max(worst, at(ci, cj, ck).distanceTo(other.at(ci, cj, ck)));
        }
        return worst;
    }

    private PatientPoint at(int ci, int cj, int ck) {
        return origin.plus(i.times(ci)).plus(j.times(cj)).plus(k.times(ck));
    }

    /// Whether some pair of axes is not perpendicular.
    public boolean isSheared() {
        return cosine(i, j) > 1e-6 || cosine(j, k) > 1e-6 || cosine(k, i) > 1e-6;
    }

    private static double cosine(PatientVector a, PatientVector b) {
        return Math.abs(a.dot(b)) / (a.length() * b.length());
    }

    public boolean isLeftHanded() {
        return i.cross(j).dot(k) < 0;
    }
}
