// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.overlay;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The overlays that the file of a slice has for it, lowest group first, and why others are left out.
public record ImageOverlays(List<ImageOverlay> all, Set<LeftOut> leftOut) {
    public static final ImageOverlays NONE =
            new ImageOverlays(List.of(), EnumSet.noneOf(LeftOut.class));

    public ImageOverlays {
        all = List.copyOf(all);
        leftOut = Set.copyOf(leftOut);
    }

    /// One of them: `number` counts from 0, `name` is empty where nobody says it.
    public record ImageOverlay(int number, String name, BitPlane plane) {}

    /// Why an overlay is not shown. The picture is not touched by any of it.
    public enum LeftOut {
        /// No rows or columns, or more than anybody could look at.
        NO_SIZE,
        /// No word on where in the image it begins, or one that is no place.
        NO_PLACE,
        /// It lies beside the image.
        OUTSIDE,
        /// Frames of its own that cannot be: none, or before the first.
        NO_FRAMES,
        /// Fewer bits than rows and columns need.
        TOO_SHORT,
        /// Neither bits of its own nor a place for them in the pixels.
        NO_BITS,
        /// It says that its bits lie in the pixels, and means those of the numbers, or none of them.
        IN_NUMBERS,
        /// Its bits lay in the pixels, and those were compressed without them.
        COMPRESSED,
        /// It is for a large image of which this is one of several tiles.
        TILED,
        /// The file cannot be read any more.
        UNREADABLE
    }
}
