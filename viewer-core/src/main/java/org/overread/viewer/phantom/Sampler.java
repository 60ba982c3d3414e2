// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.overread.viewer.phantom.shape.Body;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// Paints a phantom into slices: soft edges as the scanner's blur and slice thickness make them, no noise.
final class Sampler {
    /// Sub-slices that a slice's thickness is averaged over.
    private static final int SUBSLICES = 3;

    private final VolumeGeometry geometry;
    private final List<Painted> painted = new ArrayList<>();
    private final double blurMm;
    private final double thicknessMm;
    private final double marginMm;
    private final Grain grain;

    /// The mean and the variation that a series gives a tissue.
    interface Contrast {
        double mean(Tissue tissue);

        double variation(Tissue tissue);
    }

    private record Painted(Tiling tiling, double mean, double variation) {}

    Sampler(
            Phantom phantom,
            VolumeGeometry geometry,
            double thicknessMm,
            Contrast contrast,
            Grain grain) {
        this.geometry = geometry;
        this.thicknessMm = thicknessMm;
        this.grain = grain;
        blurMm = 1.3 * Math.max(geometry.spacingI(), geometry.spacingJ());
        marginMm = blurMm / 2 + thicknessMm / 2;
        for (Layer layer : phantom.layers()) {
            for (Body piece : layer.body().pieces()) {
                painted.add(
                        new Painted(
                                new Tiling(geometry, piece, marginMm),
                                contrast.mean(layer.tissue()),
                                contrast.variation(layer.tissue())));
            }
        }
    }

    /// Values of slice `k`, rows one after the other.
    float[] slice(int k, double background) {
        var values = new float[geometry.size().i() * geometry.size().j()];
        Arrays.fill(values, (float) background);
        for (Painted p : painted) {
            if (p.tiling().reaches(k)) {
                p.tiling().visit(k, marginMm, new Brush(k, p, values));
            }
        }
        return values;
    }

    private final class Brush implements Tiling.Visitor {
        private final Painted paint;
        private final float[] values;
        private final PatientPoint origin;
        private final PatientVector subslice;

        Brush(int k, Painted paint, float[] values) {
            this.paint = paint;
            this.values = values;
            origin = geometry.slices().originAt(k);
            subslice = geometry.normal().times(thicknessMm / SUBSLICES);
        }

        @Override
        public void inside(int fromI, int toI, int fromJ, int toJ) {
            for (int j = fromJ; j < toJ; j++) {
                for (int i = fromI; i < toI; i++) {
                    values[j * geometry.size().i() + i] = (float) value(x(i, j), y(i, j), z(i, j));
                }
            }
        }

        @Override
        public void boundary(Body near, int fromI, int toI, int fromJ, int toJ) {
            for (int j = fromJ; j < toJ; j++) {
                for (int i = fromI; i < toI; i++) {
                    double x = x(i, j);
                    double y = y(i, j);
                    double z = z(i, j);
                    double share = share(near, x, y, z);
                    if (share > 0) {
                        int n = j * geometry.size().i() + i;
                        values[n] += (float) (share * (value(x, y, z) - values[n]));
                    }
                }
            }
        }

        private double share(Body body, double x, double y, double z) {
            double distance = body.signedDistance(x, y, z);
            if (distance > 2 * marginMm) {
                return 0;
            }
            if (distance < -2 * marginMm) {
                return 1;
            }
            double sum = 0;
            for (int s = 0; s < SUBSLICES; s++) {
                double off = s - (SUBSLICES - 1) / 2.0;
                double d =
                        off == 0
                                ? distance
                                : body.signedDistance(
                                        x + off * subslice.x(),
                                        y + off * subslice.y(),
                                        z + off * subslice.z());
                sum += Math.clamp(0.5 - d / blurMm, 0, 1);
            }
            return sum / SUBSLICES;
        }

        private double value(double x, double y, double z) {
            return paint.variation() == 0
                    ? paint.mean()
                    : paint.mean() + paint.variation() * grain.at(x, y, z);
        }

        private double x(int i, int j) {
            return origin.x() + i * geometry.iStep().x() + j * geometry.jStep().x();
        }

        private double y(int i, int j) {
            return origin.y() + i * geometry.iStep().y() + j * geometry.jStep().y();
        }

        private double z(int i, int j) {
            return origin.z() + i * geometry.iStep().z() + j * geometry.jStep().z();
        }
    }
}
