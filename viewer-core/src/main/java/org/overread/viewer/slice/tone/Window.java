// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.tone;

/// Which values are shown from black to white.
public record Window(double center, double width) {
    public Window {
        if (!Double.isFinite(center) || !(width > 0 && width < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a window of width %s at %s".formatted(width, center));
        }
    }

    public double low() {
        return center - width / 2;
    }

    public double high() {
        return center + width / 2;
    }
}
