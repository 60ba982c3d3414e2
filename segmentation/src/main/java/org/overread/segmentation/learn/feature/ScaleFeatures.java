// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.feature;

/// The features of one scale from the blurred slice, by central differences in millimetres; a quadratic function has
/// exactly its own derivatives. Needs one more voxel on every side, and for the structure tensor its radius more.
final class ScaleFeatures {
    private final Kernel alongI;
    private final Kernel alongJ;
    private final double perI;
    private final double perJ;
    private final int width;
    private final int height;
    private final float[] to;

    /// `perI` and `perJ` are steps a millimetre; features are written to `to`, one after the other.
    ScaleFeatures(
            Kernel alongI, Kernel alongJ, double perI, double perJ, TileRegion region, float[] to) {
        this.alongI = alongI;
        this.alongJ = alongJ;
        this.perI = perI;
        this.perJ = perJ;
        width = region.sizeI();
        height = region.sizeJ();
        this.to = to;
    }

    private int voxels() {
        return width * height;
    }

    /// Of one blurred slice that has the kernels' radii and one more voxel on every side; `feature` is the number of the
    /// first.
    void inSlice(Patch blurred, int feature) {
        int at = feature * voxels();
        double cross = perI * perJ / 4;
        for (int j = 0; j < height; j++) {
            int b = (j + alongJ.radius() + 1) * blurred.width + alongI.radius() + 1;
            for (int i = 0; i < width; i++, b++, at++) {
                float[] v = blurred.values;
                int row = blurred.width;
                double gi = 0.5 * perI * ((double) v[b + 1] - v[b - 1]);
                double gj = 0.5 * perJ * ((double) v[b + row] - v[b - row]);
                double ii = perI * perI * ((double) v[b + 1] + v[b - 1] - 2.0 * v[b]);
                double jj = perJ * perJ * ((double) v[b + row] + v[b - row] - 2.0 * v[b]);
                double ij =
                        cross
                                * ((double) v[b + row + 1]
                                        - v[b + row - 1]
                                        - v[b - row + 1]
                                        + v[b - row - 1]);
                double middle = Eigenvalues.middle(ii, jj);
                double away = Eigenvalues.away(ii, ij, jj);
                put(at, 0, v[b]);
                put(at, 1, Math.sqrt(gi * gi + gj * gj));
                put(at, 2, ii + jj);
                put(at, 3, middle + away);
                put(at, 4, middle - away);
            }
        }
        structure(blurred, feature + 5);
    }

    /// The same of three blurred slices, the middle one the region's; `below` and `above` are the millimetres between.
    void inSpace(Patch[] blurred, double below, double above, int feature) {
        float[] v = blurred[1].values;
        float[] low = blurred[0].values;
        float[] high = blurred[2].values;
        int row = blurred[1].width;
        int at = feature * voxels();
        double both = below + above;
        double cross = perI * perJ / 4;
        double crossI = perI / 2 / both;
        double crossJ = perJ / 2 / both;
        var values = new double[3];
        for (int j = 0; j < height; j++) {
            int b = (j + alongJ.radius() + 1) * row + alongI.radius() + 1;
            for (int i = 0; i < width; i++, b++, at++) {
                double gi = 0.5 * perI * ((double) v[b + 1] - v[b - 1]);
                double gj = 0.5 * perJ * ((double) v[b + row] - v[b - row]);
                double up = ((double) high[b] - v[b]) / above;
                double down = ((double) v[b] - low[b]) / below;
                double gk = (below * up + above * down) / both;
                double ii = perI * perI * ((double) v[b + 1] + v[b - 1] - 2.0 * v[b]);
                double jj = perJ * perJ * ((double) v[b + row] + v[b - row] - 2.0 * v[b]);
                double kk = 2 * (up - down) / both;
                double ij =
                        cross
                                * ((double) v[b + row + 1]
                                        - v[b + row - 1]
                                        - v[b - row + 1]
                                        + v[b - row - 1]);
                double ik = crossI * ((double) high[b + 1] - high[b - 1] - low[b + 1] + low[b - 1]);
                double jk =
                        crossJ
                                * ((double) high[b + row]
                                        - high[b - row]
                                        - low[b + row]
                                        + low[b - row]);
                Eigenvalues.of(ii, jj, kk, ij, ik, jk, values);
                put(at, 0, v[b]);
                put(at, 1, Math.sqrt(gi * gi + gj * gj + gk * gk));
                put(at, 2, ii + jj + kk);
                put(at, 3, values[0]);
                put(at, 4, values[1]);
                put(at, 5, values[2]);
            }
        }
        structure(blurred[1], feature + 6);
    }

    private void put(int at, int feature, double value) {
        to[at + feature * voxels()] = (float) value;
    }

    /// The products of the gradient in the slice, blurred once more: large twice at corners, once along edges.
    private void structure(Patch blurred, int feature) {
        var ii = new Patch(blurred.width - 2, blurred.height - 2);
        var ij = new Patch(ii.width, ii.height);
        var jj = new Patch(ii.width, ii.height);
        int row = blurred.width;
        float halfI = (float) (0.5 * perI);
        float halfJ = (float) (0.5 * perJ);
        for (int j = 0; j < ii.height; j++) {
            int b = (j + 1) * row + 1;
            int n = j * ii.width;
            for (int i = 0; i < ii.width; i++) {
                float gi = halfI * (blurred.values[b + i + 1] - blurred.values[b + i - 1]);
                float gj = halfJ * (blurred.values[b + i + row] - blurred.values[b + i - row]);
                ii.values[n + i] = gi * gi;
                ij.values[n + i] = gi * gj;
                jj.values[n + i] = gj * gj;
            }
        }
        float[] a = Kernel.blur(ii, alongI, alongJ).values;
        float[] b = Kernel.blur(ij, alongI, alongJ).values;
        float[] c = Kernel.blur(jj, alongI, alongJ).values;
        int at = feature * voxels();
        for (int n = 0; n < a.length; n++) {
            double middle = Eigenvalues.middle(a[n], c[n]);
            double away = Eigenvalues.away(a[n], b[n], c[n]);
            put(at + n, 0, middle + away);
            put(at + n, 1, middle - away);
        }
    }
}
