// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.morphology;

import java.util.Arrays;
import org.overread.segmentation.mask.BlockWindow;
import org.overread.segmentation.mask.Spacing;

/// A neighbourhood that is symmetric about its centre, in voxels: for each row around the centre, how far it reaches.
public final class Kernel {
    /// Voxels from the centre, along any axis.
    public static final int LARGEST_RADIUS = BlockWindow.HALO;

    /// Distances that differ by rounding alone are equal.
    private static final double SLACK = 1e-9;

    private final int radiusI;
    private final int radiusJ;
    private final int radiusK;
    private final int[] reach; // of row (dj, dk); -1 where the row is not part of it

    private Kernel(int radiusI, int radiusJ, int radiusK, Reach reach) {
        this.radiusI = radiusI;
        this.radiusJ = radiusJ;
        this.radiusK = radiusK;
        this.reach = new int[(2 * radiusJ + 1) * (2 * radiusK + 1)];
        for (int dk = -radiusK; dk <= radiusK; dk++) {
            for (int dj = -radiusJ; dj <= radiusJ; dj++) {
                int widest = radiusI;
                while (widest >= 0 && !reach.contains(widest, dj, dk)) {
                    widest--;
                }
                this.reach[at(dj, dk)] = widest;
            }
        }
    }

    private interface Reach {
        boolean contains(int di, int dj, int dk);
    }

    /// The voxels whose centres lie within `radius` and, for ITK's ball, half a voxel more: 19 of radius 1, 81 of
    /// radius 2, against 7 and 33.
    public static Kernel ball(int radius, BallDefinition definition) {
        requireRadius(radius);
        int limit =
                switch (definition) {
                    case ITK -> (2 * radius + 1) * (2 * radius + 1);
                    case EUCLIDEAN -> 4 * radius * radius;
                };
        return new Kernel(
                radius, radius, radius, (di, dj, dk) -> 4 * (di * di + dj * dj + dk * dk) <= limit);
    }

    /// Whether a ball of so many millimetres is not too large for a kernel.
    public static boolean reaches(double radiusMm, Spacing spacing) {
        return steps(radiusMm, spacing.smallest()) <= LARGEST_RADIUS;
    }

    /// The voxels whose centres lie within `radiusMm`.
    public static Kernel ball(double radiusMm, Spacing spacing) {
        if (!(radiusMm >= 0) || !reaches(radiusMm, spacing)) { // negated: NaN is refused too
            throw new IllegalArgumentException(
                    "A radius of %s mm; it must be 0 to %.1f mm, which is %d voxels."
                            .formatted(
                                    radiusMm, LARGEST_RADIUS * spacing.smallest(), LARGEST_RADIUS));
        }
        double limit = radiusMm * radiusMm * (1 + SLACK);
        return new Kernel(
                steps(radiusMm, spacing.i()),
                steps(radiusMm, spacing.j()),
                steps(radiusMm, spacing.k()),
                (di, dj, dk) -> {
                    double i = di * spacing.i();
                    double j = dj * spacing.j();
                    double k = dk * spacing.k();
                    return i * i + j * j + k * k <= limit;
                });
    }

    private static int steps(double radiusMm, double spacing) {
        return (int) Math.min(Integer.MAX_VALUE, Math.floor(radiusMm / spacing * (1 + SLACK)));
    }

    /// All voxels of a box that reaches so many voxels to either side.
    public static Kernel box(int radiusI, int radiusJ, int radiusK) {
        requireRadius(radiusI);
        requireRadius(radiusJ);
        requireRadius(radiusK);
        return new Kernel(radiusI, radiusJ, radiusK, (_, _, _) -> true);
    }

    private static void requireRadius(int radius) {
        if (radius < 0 || radius > LARGEST_RADIUS) {
            throw new IllegalArgumentException(
                    "A radius of %d voxels; it must be 0 to %d.".formatted(radius, LARGEST_RADIUS));
        }
    }

    /// How many voxels it has.
    public int voxels() {
        return Arrays.stream(reach).map(r -> 2 * r + 1).filter(n -> n > 0).sum();
    }

    int radiusI() {
        return radiusI;
    }

    int radiusJ() {
        return radiusJ;
    }

    int radiusK() {
        return radiusK;
    }

    /// How far the row reaches along i on either side; -1 where it is not part of the kernel.
    int reach(int dj, int dk) {
        return reach[at(dj, dk)];
    }

    private int at(int dj, int dk) {
        return (dk + radiusK) * (2 * radiusJ + 1) + dj + radiusJ;
    }
}
