// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.sample;

/// A stored number becomes a value as `stored * slope + intercept`.
public record Scaling(double slope, double intercept) {
    public static final Scaling NONE = new Scaling(1, 0);

    public Scaling {
        if (!Double.isFinite(slope) || !Double.isFinite(intercept) || slope == 0) {
            throw new IllegalArgumentException("scaling by " + slope + " and " + intercept);
        }
    }

    public boolean isNone() {
        return slope == 1 && intercept == 0;
    }

    public double apply(double stored) {
        return stored * slope + intercept;
    }
}
