// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.levelset;

import java.util.Arrays;
import org.overread.segmentation.tool.local.Filters;
import org.overread.segmentation.tool.local.LocalVolume;
import org.overread.segmentation.work.Crew;

/// Where edges are: 1 / (1 + (s / edge)³) of the steepness s of the blurred values: 1 where nothing changes, ½ where the
/// values change by `edge` a millimetre, 0 on sharp edges.
public final class EdgeMap {
    private static final int SAMPLES = 1 << 20;
    private static final double OF_QUIET = 2;

    private final float[] values;
    private final double edge;

    private EdgeMap(float[] values, double edge) {
        this.values = values;
        this.edge = edge;
    }

    /// `edge` of 0 takes twice the
    /// steepness that a quarter of the open voxels stay below: that of noise, not of edges.
    public static EdgeMap of(LocalVolume local, double smoothMm, double edge, Crew crew) {
        float[] map = Filters.gradient(local, Filters.smooth(local, smoothMm, crew), crew);
        double half = edge > 0 ? edge : OF_QUIET * quiet(map, local.open());
        double scale = half > 0 ? half : 1;
        int slice = local.box().slice();
        crew.each(
                map.length / slice,
                k -> {
                    for (int n = k * slice; n < (k + 1) * slice; n++) {
                        double steep = map[n] / scale;
                        map[n] = (float) (1 / (1 + steep * steep * steep));
                    }
                });
        return new EdgeMap(map, scale);
    }

    private static double quiet(float[] steepness, boolean[] open) {
        int stride = 1 + steepness.length / SAMPLES;
        var samples = new float[steepness.length / stride + 1];
        int count = 0;
        for (int n = 0; n < steepness.length; n += stride) {
            if (open[n] && steepness[n] > 0) {
                samples[count++] = steepness[n];
            }
        }
        Arrays.sort(samples, 0, count);
        return count == 0 ? 0 : samples[count / 4];
    }

    /// A number for each of the box, shell included; the array itself.
    public float[] values() {
        return values;
    }

    /// The change a millimetre that counts as half an edge.
    public double edge() {
        return edge;
    }
}
