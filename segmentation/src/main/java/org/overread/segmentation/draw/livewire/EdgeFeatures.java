// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.livewire;

import java.util.Arrays;
import org.overread.segmentation.draw.PlaneImage;

/// What an image says of edges at each of its places: how strong the gradient is, which way the edge runs, and whether
/// the Laplacian crosses zero there. All per millimetre, after a Gaussian of one place.
final class EdgeFeatures {
    /// Ways that an edge can run, evenly around; one more where there is no gradient.
    static final int WAYS = 128;

    static final int STRENGTHS = 256;

    private static final double[] KERNEL = kernel();
    private static final double STRONGEST =
            0.995; // of all gradients: a piece of metal is not the measure

    final int width;
    final int height;
    final double columnMm;
    final double rowMm;
    final byte[] strength; // 0…255
    final short[] way;
    final boolean[] crossing;
    final boolean[] known;
    final boolean[] frame; // the outermost places

    EdgeFeatures(PlaneImage image) {
        width = image.width();
        height = image.height();
        columnMm = image.raster().columnMm();
        rowMm = image.raster().rowMm();
        float[] values = image.toValues();
        int count = values.length;
        known = new boolean[count];
        frame = new boolean[count];
        for (int n = 0; n < count; n++) {
            known[n] = Float.isFinite(values[n]);
            values[n] = known[n] ? values[n] : 0;
        }
        float[] smooth = blurred(values);
        strength = new byte[count];
        way = new short[count];
        crossing = new boolean[count];
        var gradient = new float[count];
        var laplacian = new float[count];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int n = y * width + x;
                frame[n] = x == 0 || y == 0 || x == width - 1 || y == height - 1;
                int left = n - (x > 0 ? 1 : 0);
                int right = n + (x < width - 1 ? 1 : 0);
                int above = n - (y > 0 ? width : 0);
                int below = n + (y < height - 1 ? width : 0);
                boolean inside =
                        known[n] && known[left] && known[right] && known[above] && known[below];
                if (!inside) {
                    way[n] = WAYS;
                    continue;
                }
                double du = (smooth[right] - smooth[left]) / (columnMm * Math.max(1, right - left));
                double dv =
                        (smooth[below] - smooth[above])
                                / (rowMm * Math.max(1, (below - above) / width));
                gradient[n] = (float) Math.hypot(du, dv);
                way[n] = wayOf(du, dv);
                laplacian[n] =
                        (float)
                                ((smooth[left] + smooth[right] - 2 * smooth[n])
                                                / (columnMm * columnMm)
                                        + (smooth[above] + smooth[below] - 2 * smooth[n])
                                                / (rowMm * rowMm));
            }
        }
        strengths(gradient);
        crossings(laplacian);
    }

    private static double[] kernel() {
        var kernel = new double[] {Math.exp(-4.5), Math.exp(-2), Math.exp(-0.5), 1, 0, 0, 0};
        kernel[4] = kernel[2];
        kernel[5] = kernel[1];
        kernel[6] = kernel[0];
        double sum = Arrays.stream(kernel).sum();
        return Arrays.stream(kernel).map(k -> k / sum).toArray();
    }

    private float[] blurred(float[] values) {
        var rows = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int d = -3; d <= 3; d++) {
                    sum += KERNEL[d + 3] * values[y * width + Math.clamp(x + d, 0, width - 1)];
                }
                rows[y * width + x] = (float) sum;
            }
        }
        var both = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int d = -3; d <= 3; d++) {
                int from = Math.clamp(y + d, 0, height - 1) * width;
                float weight = (float) KERNEL[d + 3];
                for (int x = 0; x < width; x++) {
                    both[y * width + x] += weight * rows[from + x];
                }
            }
        }
        return both;
    }

    /// The way an edge runs is perpendicular to its gradient.
    private static short wayOf(double du, double dv) {
        if (du == 0 && dv == 0) {
            return WAYS;
        }
        double turn = Math.atan2(du, -dv) / (2 * Math.PI); // of (-dv, du)
        return (short) Math.floorMod(Math.round(turn * WAYS), WAYS);
    }

    private void strengths(float[] gradient) {
        float[] sorted = gradient.clone();
        Arrays.sort(sorted);
        double most = sorted[(int) ((sorted.length - 1) * STRONGEST)];
        if (most == 0) {
            most = sorted[sorted.length - 1];
        }
        for (int n = 0; n < gradient.length; n++) {
            double share = most == 0 ? 0 : Math.min(1, gradient[n] / most);
            strength[n] = (byte) Math.round(share * (STRENGTHS - 1));
        }
    }

    /// Of two neighbours between which the sign changes, the one that is nearer to zero.
    private void crossings(float[] laplacian) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int n = y * width + x;
                if (x < width - 1) {
                    cross(laplacian, n, n + 1);
                }
                if (y < height - 1) {
                    cross(laplacian, n, n + width);
                }
            }
        }
    }

    private void cross(float[] laplacian, int a, int b) {
        if (laplacian[a] * laplacian[b] < 0) {
            crossing[Math.abs(laplacian[a]) <= Math.abs(laplacian[b]) ? a : b] = true;
        }
    }
}
