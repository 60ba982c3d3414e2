// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

/// What a voxel's number means.
public enum ValueUnit {
    /// Hounsfield units.
    HU("HU"),
    /// Standardised uptake value by body weight.
    SUV("SUV"),
    /// No unit that can be compared between series.
    ARBITRARY("");

    private final String symbol;

    ValueUnit(String symbol) {
        this.symbol = symbol;
    }

    /// What stands behind a number; empty where there is no unit.
    public String symbol() {
        return symbol;
    }
}
