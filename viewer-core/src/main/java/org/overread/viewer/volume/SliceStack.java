// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

import java.util.List;

/// Where the first sample (i = j = 0) of each slice lies.
public sealed interface SliceStack {

    /// The position of i = j = 0 at a continuous slice index; linear between slices, and beyond the ends as the
    /// nearest pair of slices has it.
    PatientPoint originAt(double k);

    /// Every slice one `step` after the one before; the step need not be perpendicular to the slices (gantry tilt).
    record Even(PatientPoint first, PatientVector step) implements SliceStack {
        public Even {
            if (!first.isFinite() || !step.isFinite()) {
                throw new IllegalArgumentException("slices at " + first + " with step " + step);
            }
        }

        @Override
        public PatientPoint originAt(double k) {
            return first.plus(step.times(k));
        }
    }

    /// A position for each slice, for stacks whose distances differ.
    record Table(List<PatientPoint> origins) implements SliceStack {
        public Table {
            origins = List.copyOf(origins);
            if (origins.size() < 2) {
                throw new IllegalArgumentException("a table of slice positions needs two or more");
            }
            for (PatientPoint origin : origins) {
                if (!origin.isFinite()) {
                    throw new IllegalArgumentException("a slice at " + origin);
                }
            }
        }

        @Override
        public PatientPoint originAt(double k) {
            int below = (int) Math.clamp(Math.floor(k), 0, origins.size() - 2.0);
            PatientPoint start = origins.get(below);
            return start.plus(origins.get(below + 1).from(start).times(k - below));
        }
    }
}
