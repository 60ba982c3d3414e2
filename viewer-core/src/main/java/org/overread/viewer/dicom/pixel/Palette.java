// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import org.overread.viewer.volume.Voxels.Rgb8;

/// A palette colour look-up table: stored numbers to colours. Beyond its ends the outermost colours hold. Immutable.
public final class Palette {
    private final int first;
    private final int[] colours;

    /// `first` is the stored number of the first colour; the channels are tables of equal length, each entry 0…255.
    Palette(int first, int[] red, int[] green, int[] blue) {
        this.first = first;
        colours = new int[red.length];
        for (int n = 0; n < colours.length; n++) {
            colours[n] = Rgb8.packed(red[n], green[n], blue[n]);
        }
    }

    int at(long stored) {
        return colours[(int) Math.clamp(stored - first, 0L, colours.length - 1L)];
    }
}
