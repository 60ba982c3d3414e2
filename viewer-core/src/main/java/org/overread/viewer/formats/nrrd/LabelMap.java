// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nrrd;

import java.util.List;
import org.overread.viewer.volume.VolumeGeometry;

/// A picture of labels on a grid: each voxel holds the value of one label, or 0.
///
/// `slice(k)` hands out `size.i * size.j` values, rows one after the other; it is asked once a slice, in order.
public record LabelMap(VolumeGeometry geometry, List<Label> labels, Slices slices) {
    public LabelMap {
        labels = List.copyOf(labels);
    }

    /// What a value means; `value` is 1…255.
    public record Label(int value, String name) {
        public Label {
            if (value < 1 || value > 255) {
                throw new IllegalArgumentException("a label of value " + value);
            }
        }
    }

    /// Where the values come from.
    @FunctionalInterface
    public interface Slices {
        byte[] slice(int k);
    }
}
