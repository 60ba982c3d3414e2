// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

/// Grids as scanners leave them.
public enum Grids {
    /// A millimetre a side.
    CUBES,
    /// Thick slices, from a place that is no round number.
    THICK,
    /// A tilted gantry: the step between slices leans.
    SHEARED,
    /// Slices at uneven distances, in a volume that is turned and runs downwards.
    UNEVEN;

    public VolumeGeometry of(int i, int j, int k) {
        var size = new GridSize(i, j, k);
        return switch (this) {
            case CUBES ->
                    VolumeGeometry.regular(
                            size,
                            PatientPoint.ORIGIN,
                            PatientVector.LEFT,
                            PatientVector.POSTERIOR,
                            1,
                            1,
                            1);
            case THICK ->
                    VolumeGeometry.regular(
                            size,
                            new PatientPoint(-180.3, -171.7, 33.1),
                            PatientVector.LEFT,
                            PatientVector.POSTERIOR,
                            0.7,
                            0.7,
                            2.5);
            case SHEARED ->
                    new VolumeGeometry(
                            size,
                            new PatientVector(0.8, 0, 0),
                            new PatientVector(0, 0.9, 0),
                            new SliceStack.Even(
                                    new PatientPoint(-20.5, 13.25, -7),
                                    new PatientVector(0, 0.62, 2)));
            case UNEVEN -> {
                PatientVector columns = new PatientVector(0.6, 0.8, 0);
                PatientVector rows = new PatientVector(0, 0, -1);
                PatientVector normal = columns.cross(rows);
                var origins = new ArrayList<PatientPoint>();
                double at = 0;
                for (int n = 0; n < k; n++) {
                    origins.add(new PatientPoint(5, -3, 40).plus(normal.times(-at)));
                    at += n % 3 == 0 ? 1.1 : 2.3;
                }
                yield new VolumeGeometry(
                        size, columns.times(0.9), rows.times(0.75), new SliceStack.Table(origins));
            }
        };
    }

    /// A plane through a place, turned by chance.
    public static PlaneFrame turned(PatientPoint through, Random random) {
        PatientVector u = direction(random);
        PatientVector other = direction(random);
        PatientVector v = other.minus(u.times(other.dot(u))).unit();
        return new PlaneFrame(through, u, v);
    }

    private static PatientVector direction(Random random) {
        return new PatientVector(
                        random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
                .unit();
    }

    /// The plane of the volume's slices through a place.
    public static PlaneFrame slice(VolumeGeometry geometry, PatientPoint through) {
        PatientVector u = geometry.iStep().unit();
        return new PlaneFrame(through, u, geometry.normal().cross(u));
    }

    /// The planes along the three faces of a cell, through a place: those of i and j, i and k, j and k.
    public static List<PlaneFrame> alongGrid(VolumeGeometry geometry, PatientPoint through) {
        PatientVector i = geometry.iStep();
        PatientVector j = geometry.jStep();
        PatientVector k = geometry.kStep(0);
        return List.of(spanned(through, i, j), spanned(through, i, k), spanned(through, j, k));
    }

    private static PlaneFrame spanned(PatientPoint through, PatientVector a, PatientVector b) {
        PatientVector u = a.unit();
        return new PlaneFrame(through, u, b.minus(u.times(b.dot(u))).unit());
    }
}
