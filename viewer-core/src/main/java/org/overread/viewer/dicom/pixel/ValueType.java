// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.util.List;

/// The narrowest type that holds a volume's values exactly.
public enum ValueType {
    INT16,
    UINT16,
    FLOAT32,
    /// Colours.
    RGB8;

    /// Decided from headers. Where whole values might leave 16 bits by the header but hardly do (CT in 16 stored bits
    /// with an intercept of −1024), 16 bits are tried first: the reader notices and begins again with [#FLOAT32].
    public static ValueType of(List<SliceSource> slices) {
        if (slices.getFirst().layout().isColour()) {
            return RGB8; // a volume has colours throughout or nowhere
        }
        double lowest = 0;
        double highest = 0;
        for (SliceSource slice : slices) {
            PixelLayout layout = slice.layout();
            if (layout.isFloat()
                    || (layout.bitsStored() > 16 && slice.table().isEmpty())
                    || !slice.rescale().isWhole()) {
                return FLOAT32;
            }
            double one = slice.rescale().apply(slice.lowest());
            double other = slice.rescale().apply(slice.highest());
            lowest = Math.min(lowest, Math.min(one, other));
            highest = Math.max(highest, Math.max(one, other));
        }
        return lowest < 0 || highest <= Short.MAX_VALUE ? INT16 : UINT16;
    }
}
