// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Which features a voxel has: its value, and at each scale the blurred value, the steepness, the Laplacian, the
/// eigenvalues of the Hessian and those of the structure tensor. Scales are standard deviations of a Gaussian in
/// millimetres, ascending.
public record FeatureSettings(List<Double> sigmasMm, Extent extent) {
    private static final double SMALLEST_MM = 0.05;

    /// The widest scale.
    public static final double LARGEST_MM = 25;

    private static final int MOST = 8;

    /// Three scales from a pixel of a CT to a vessel, in the slice. Wider ones tell where in an organ a stroke lies rather
    /// than what it lies on, and then what lies farther in or out is not known again.
    public static final FeatureSettings USUAL =
            new FeatureSettings(List.of(0.7, 1.4, 2.8), Extent.IN_SLICE);

    /// Which neighbours count.
    public enum Extent {
        /// Those in the slice: right for thick slices, and the faster.
        IN_SLICE,
        /// Those in neighbouring slices too.
        IN_SPACE
    }

    public FeatureSettings {
        sigmasMm = List.copyOf(sigmasMm);
        if (sigmasMm.isEmpty() || sigmasMm.size() > MOST) {
            throw new IllegalArgumentException(
                    "%d scales; there are 1 to %d.".formatted(sigmasMm.size(), MOST));
        }
        double before = 0;
        for (double sigma : sigmasMm) {
            if (!(sigma >= SMALLEST_MM && sigma <= LARGEST_MM && sigma > before)) {
                throw new IllegalArgumentException(
                        "Scales ascend from %s to %s mm; here they are %s."
                                .formatted(SMALLEST_MM, LARGEST_MM, sigmasMm));
            }
            before = sigma;
        }
    }

    /// So many scales, each twice as wide as the one before.
    public static FeatureSettings doubling(double finestMm, int scales, Extent extent) {
        return new FeatureSettings(
                IntStream.range(0, scales).mapToObj(n -> finestMm * (1 << n)).toList(), extent);
    }

    /// How many features a voxel has.
    public int count() {
        return 1 + sigmasMm.size() * perSigma();
    }

    int perSigma() {
        return switch (extent) {
            case IN_SLICE -> 7;
            case IN_SPACE -> 8;
        };
    }

    /// The features in their order, such as `steepness 1.5 mm`. Eigenvalues come the largest first; those of the
    /// structure tensor are of the gradient in the slice.
    public List<String> names() {
        var names = new ArrayList<String>();
        names.add("value");
        for (double sigma : sigmasMm) {
            var kinds =
                    switch (extent) {
                        case IN_SLICE ->
                                List.of(
                                        "blurred",
                                        "steepness",
                                        "Laplacian",
                                        "Hessian 1",
                                        "Hessian 2",
                                        "structure 1",
                                        "structure 2");
                        case IN_SPACE ->
                                List.of(
                                        "blurred",
                                        "steepness",
                                        "Laplacian",
                                        "Hessian 1",
                                        "Hessian 2",
                                        "Hessian 3",
                                        "structure 1",
                                        "structure 2");
                    };
            kinds.forEach(kind -> names.add(String.format(Locale.ROOT, "%s %s mm", kind, sigma)));
        }
        return List.copyOf(names);
    }
}
