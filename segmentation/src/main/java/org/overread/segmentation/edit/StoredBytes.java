// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.edit;

import java.io.IOException;
import java.util.Optional;

/// Bytes in memory, or in the file that they were moved to. One thread.
final class StoredBytes {
    private byte[] inMemory;
    private Optional<SpillFile.Place> onDisk = Optional.empty();

    StoredBytes(byte[] bytes) {
        inMemory = bytes;
    }

    /// 0 once moved.
    int bytesInMemory() {
        return inMemory.length;
    }

    void spill(SpillFile file) throws IOException {
        if (onDisk.isEmpty()) {
            onDisk = Optional.of(file.write(inMemory));
            inMemory = new byte[0];
        }
    }

    byte[] read(SpillFile file) throws IOException {
        return onDisk.isPresent() ? file.read(onDisk.get()) : inMemory;
    }
}
