// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.grow;

import org.overread.segmentation.mask.Mask;

/// What becomes of a segment and of what a tool found.
public enum Joining {
    ADD("Add") {
        @Override
        Mask of(Mask segment, Mask found) {
            return segment.union(found);
        }
    },
    REMOVE("Take away") {
        @Override
        Mask of(Mask segment, Mask found) {
            return segment.minus(found);
        }
    },
    KEEP_COMMON("Keep common") {
        @Override
        Mask of(Mask segment, Mask found) {
            return segment.intersection(found);
        }
    },
    REPLACE("Replace") {
        @Override
        Mask of(Mask segment, Mask found) {
            return found;
        }
    };

    private final String words;

    Joining(String words) {
        this.words = words;
    }

    /// The voxels of the segment afterwards.
    abstract Mask of(Mask segment, Mask found);

    @Override
    public String toString() {
        return words;
    }
}
