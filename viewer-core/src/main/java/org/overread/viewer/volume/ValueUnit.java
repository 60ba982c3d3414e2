// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

/// What a voxel's number means.
public enum ValueUnit {
    /// Hounsfield units.
    HU("HU"),
    /// Standardised uptake value by body weight.
    SUV("SUV"),
    /// Radioactivity in a volume of tissue.
    BECQUERELS_PER_ML("Bq/ml"),
    /// Events that a detector counted.
    COUNTS("counts"),
    /// Events that a detector counted in a second.
    COUNTS_PER_SECOND("counts/s"),
    /// A frequency, as in maps of the field of a magnet.
    HERTZ("Hz"),
    /// A time, as in maps of relaxation.
    MILLISECONDS("ms"),
    /// Diffusion.
    SQUARE_MILLIMETRES_PER_SECOND("mm²/s"),
    /// Absorbed dose of radiation.
    GRAY("Gy"),
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
