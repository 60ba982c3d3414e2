// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nrrd;

import java.util.List;
import java.util.Optional;
import org.overread.viewer.volume.VolumeGeometry;

/// A picture of labels on a grid: each voxel holds the value of one label, or 0.
///
/// `slice(k)` hands out `size.i * size.j` values, rows one after the other; it is asked once a slice, in order.
public record LabelMap(VolumeGeometry geometry, List<Label> labels, Slices slices) {
    public LabelMap {
        labels = List.copyOf(labels);
    }

    /// What a value means; `value` is 1…255.
    public record Label(int value, String name, Optional<Look> look, Optional<Term> term) {
        public Label {
            if (value < 1 || value > 255) {
                throw new IllegalArgumentException("a label of value " + value);
            }
        }

        /// A label that only has a name.
        public Label(int value, String name) {
            this(value, name, Optional.empty(), Optional.empty());
        }
    }

    /// A colour: red in bits 16 to 23, green below and blue lowest.
    public record Look(int rgb) {}

    /// What a label is, in the words of a terminology such as SNOMED CT (`SCT`).
    public record Term(String scheme, String value, String meaning) {}

    /// Where the values come from.
    @FunctionalInterface
    public interface Slices {
        byte[] slice(int k);
    }
}
