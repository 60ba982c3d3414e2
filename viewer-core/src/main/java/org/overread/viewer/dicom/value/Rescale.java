// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.value;

/// value = stored × slope + intercept.
public record Rescale(double slope, double intercept) {
    public static final Rescale IDENTITY = new Rescale(1, 0);

    public double apply(double stored) {
        return stored * slope + intercept;
    }

    /// Whether whole numbers stay whole.
    public boolean isWhole() {
        return slope == Math.rint(slope)
                && intercept == Math.rint(intercept)
                && Math.abs(slope) <= 1 << 16
                && Math.abs(intercept) <= 1 << 30;
    }
}
