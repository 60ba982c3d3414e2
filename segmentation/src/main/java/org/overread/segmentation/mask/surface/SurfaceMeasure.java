// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.surface;

import java.util.Map;
import org.overread.segmentation.mask.Spacing;

/// What a surface measures in millimetres.
public final class SurfaceMeasure {
    private SurfaceMeasure() {}

    /// Square millimetres.
    public static double areaMm2(Surface surface, Spacing spacing) {
        double sum = 0;
        for (Map.Entry<Integer, Triangles> block : surface.blocks().entrySet()) {
            sum += area(block.getValue(), spacing);
        }
        return sum;
    }

    /// Cubic millimetres within the surface; the voxels' volume is what is to be reported.
    public static double volumeMm3(Surface surface, Spacing spacing) {
        double sum = 0;
        for (Map.Entry<Integer, Triangles> block : surface.blocks().entrySet()) {
            sum += sixfoldVolume(block.getValue());
        }
        return sum / 6 * spacing.voxelVolume();
    }

    private static double area(Triangles triangles, Spacing spacing) {
        float[] p = triangles.points();
        int[] c = triangles.corners();
        double sum = 0;
        for (int n = 0; n < c.length; n += 3) {
            int a = 3 * c[n];
            int b = 3 * c[n + 1];
            int d = 3 * c[n + 2];
            double ux = (p[b] - p[a]) * spacing.i();
            double uy = (p[b + 1] - p[a + 1]) * spacing.j();
            double uz = (p[b + 2] - p[a + 2]) * spacing.k();
            double vx = (p[d] - p[a]) * spacing.i();
            double vy = (p[d + 1] - p[a + 1]) * spacing.j();
            double vz = (p[d + 2] - p[a + 2]) * spacing.k();
            double x = uy * vz - uz * vy;
            double y = uz * vx - ux * vz;
            double z = ux * vy - uy * vx;
            sum += Math.sqrt(x * x + y * y + z * z) / 2;
        }
        return sum;
    }

    private static double sixfoldVolume(Triangles triangles) {
        float[] p = triangles.points();
        int[] c = triangles.corners();
        double sum = 0;
        for (int n = 0; n < c.length; n += 3) {
            int a = 3 * c[n];
            int b = 3 * c[n + 1];
            int d = 3 * c[n + 2];
            sum +=
                    (double) p[a] * ((double) p[b + 1] * p[d + 2] - (double) p[b + 2] * p[d + 1])
                            + (double) p[a + 1]
                                    * ((double) p[b + 2] * p[d] - (double) p[b] * p[d + 2])
                            + (double) p[a + 2]
                                    * ((double) p[b] * p[d + 1] - (double) p[b + 1] * p[d]);
        }
        return sum;
    }
}
