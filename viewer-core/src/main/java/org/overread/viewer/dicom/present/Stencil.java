// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.overread.viewer.dicom.present.PresentationState.Image;

/// Pixels of images that are painted over: an overlay, or a shutter given bit by bit. Immutable.
public final class Stencil {
    private final List<Image> on;
    private final Optional<Integer> rgb;
    private final int left;
    private final int top;
    private final int columns;
    private final int rows;
    private final BitSet bits;

    /// `left` and `top` are where its first bit lies in the image, counted from 0; `bits` run along rows.
    Stencil(
            List<Image> on,
            Optional<Integer> rgb,
            int left,
            int top,
            int columns,
            int rows,
            BitSet bits) {
        this.on = List.copyOf(on);
        this.rgb = rgb;
        this.left = left;
        this.top = top;
        this.columns = columns;
        this.rows = rows;
        this.bits = (BitSet) bits.clone();
    }

    public List<Image> on() {
        return on;
    }

    /// 0xRRGGBB where one is proposed.
    public Optional<Integer> rgb() {
        return rgb;
    }

    /// The column of the image that its first one lies on, counted from 0.
    public int left() {
        return left;
    }

    public int top() {
        return top;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    public boolean isSet(int column, int row) {
        return bits.get(row * columns + column);
    }
}
