// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import java.io.IOException;

/// The disk cannot hold the bricks of a volume.
public final class NoRoomException extends IOException {
    private static final long serialVersionUID = 1;

    private static final double GB = 1e9;

    private final long neededBytes;
    private final long roomBytes;

    NoRoomException(long neededBytes, long roomBytes) {
        super(
                "This volume is larger than the memory, and the %.1f GB that it needs on the disk meanwhile are more than the %.1f GB there are."
                        .formatted(neededBytes / GB, roomBytes / GB));
        this.neededBytes = neededBytes;
        this.roomBytes = roomBytes;
    }

    /// What the bricks would take.
    public long neededBytes() {
        return neededBytes;
    }

    /// What the disk has for them.
    public long roomBytes() {
        return roomBytes;
    }
}
