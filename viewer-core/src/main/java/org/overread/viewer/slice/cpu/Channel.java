// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.Voxels;

/// A third of a colour, and where it lies in a packed one.
enum Channel {
    RED(16),
    GREEN(8),
    BLUE(0);

    private final int shift;

    Channel(int shift) {
        this.shift = shift;
    }

    int shift() {
        return shift;
    }

    /// What bricks hold of this channel.
    BrickedValues of(Voxels.BrickedColours colours) {
        return switch (this) {
            case RED -> colours.red();
            case GREEN -> colours.green();
            case BLUE -> colours.blue();
        };
    }

    /// The bits of this channel.
    int mask() {
        return 0xFF << shift;
    }
}
