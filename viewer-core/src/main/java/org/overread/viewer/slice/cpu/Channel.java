// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

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

    /// The bits of this channel.
    int mask() {
        return 0xFF << shift;
    }
}
