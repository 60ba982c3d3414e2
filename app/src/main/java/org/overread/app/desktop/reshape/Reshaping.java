// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reshape;

import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.mask.components.Holes;
import org.overread.segmentation.mask.distance.Margin;
import org.overread.segmentation.mask.smooth.Gaussian;
import org.overread.segmentation.mask.smooth.Median;
import org.overread.segmentation.work.Crew;

/// What can be made of a whole segment. Lengths are millimetres of the patient, whatever the voxels are.
public enum Reshaping {
    GROW("Grow by", Unit.MM, 3) {
        @Override
        Mask of(Mask mask, double mm, Spacing spacing, Crew crew) {
            return Margin.grow(mask, mm, spacing, crew);
        }
    },
    SHRINK("Shrink by", Unit.MM, 3) {
        @Override
        Mask of(Mask mask, double mm, Spacing spacing, Crew crew) {
            return Margin.shrink(mask, mm, spacing, crew);
        }
    },
    HOLLOW("Shell within of", Unit.MM, 3) {
        @Override
        Mask of(Mask mask, double mm, Spacing spacing, Crew crew) {
            return Margin.hollow(mask, mm, Margin.Shell.WITHIN, spacing, crew);
        }
    },
    SHELL("Shell around of", Unit.MM, 3) {
        @Override
        Mask of(Mask mask, double mm, Spacing spacing, Crew crew) {
            return Margin.hollow(mask, mm, Margin.Shell.AROUND, spacing, crew);
        }
    },
    SMOOTH("Smooth by", Unit.MM, 2) {
        @Override
        Mask of(Mask mask, double mm, Spacing spacing, Crew crew) {
            return Gaussian.of(mask, mm, spacing, crew);
        }
    },
    MEDIAN("Majority in", Unit.MM, 5) {
        @Override
        Mask of(Mask mask, double mm, Spacing spacing, Crew crew) {
            return Median.ofMillimetres(mm, spacing).of(mask, crew);
        }
    },
    LARGEST("Keep the largest part", Unit.NONE, 0) {
        @Override
        Mask of(Mask mask, double none, Spacing spacing, Crew crew) {
            return Components.of(mask, Connectivity.FACES, crew).largest(crew);
        }
    },
    NO_SMALL("Drop parts below", Unit.ML, 1) {
        @Override
        Mask of(Mask mask, double ml, Spacing spacing, Crew crew) {
            Components parts = Components.of(mask, Connectivity.FACES, crew);
            double voxelMl = spacing.i() * spacing.j() * spacing.k() / 1000;
            return parts.where(part -> parts.voxels(part) * voxelMl >= ml, crew);
        }
    },
    HOLES("Fill holes", Unit.NONE, 0) {
        @Override
        Mask of(Mask mask, double none, Spacing spacing, Crew crew) {
            return Holes.fill(mask, Connectivity.FACES, crew);
        }
    },
    INVERT("Invert", Unit.NONE, 0) {
        @Override
        Mask of(Mask mask, double none, Spacing spacing, Crew crew) {
            return mask.complement();
        }
    };

    /// What its figure is in.
    enum Unit {
        MM("mm", 30),
        ML("ml", 10_000),
        NONE("", 0);

        private final String symbol;
        private final double most;

        Unit(String symbol, double most) {
            this.symbol = symbol;
            this.most = most;
        }

        String symbol() {
            return symbol;
        }

        double most() {
            return most;
        }
    }

    private final String words;
    private final Unit unit;
    private final double usual;

    Reshaping(String words, Unit unit, double usual) {
        this.words = words;
        this.unit = unit;
        this.usual = usual;
    }

    /// The voxels that a segment would have; where slices lie unevenly, by their mean distance.
    abstract Mask of(Mask mask, double figure, Spacing spacing, Crew crew);

    Unit unit() {
        return unit;
    }

    double usual() {
        return usual;
    }

    @Override
    public String toString() {
        return words;
    }
}
