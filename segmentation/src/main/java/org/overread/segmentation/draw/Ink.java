// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw;

import org.overread.segmentation.mask.Mask;

/// What drawn voxels do to a mask.
public enum Ink {
    ADD {
        @Override
        public Mask on(Mask mask, Mask drawn) {
            return mask.union(drawn);
        }
    },
    ERASE {
        @Override
        public Mask on(Mask mask, Mask drawn) {
            return mask.minus(drawn);
        }
    };

    /// The mask after it has been drawn on.
    public abstract Mask on(Mask mask, Mask drawn);
}
