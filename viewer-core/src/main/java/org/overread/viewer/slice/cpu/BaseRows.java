// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import org.overread.viewer.slice.tone.Tone;

/// Draws the rows of a scene's base image over transparent pixels. Any thread, each with its own scratch.
@FunctionalInterface
interface BaseRows {
    void paint(int row, int[] pixels, OverlayPainter.Scratch scratch);

    static BaseRows grey(RowSource values, Tone tone) {
        TonePainter painter = TonePainter.of(tone);
        return (row, pixels, scratch) ->
                values.row(
                        row,
                        scratch.values(),
                        (from, to) -> painter.paint(scratch.values(), from, to, pixels));
    }
}
