// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.util.Arrays;
import java.util.Optional;

/// What a frame carries; the numbers ascend in the order in which frames stand.
enum FrameType {
    ROOT(1, 512 << 10),
    CERTIFICATE(2, 512 << 10),
    STATEMENT(3, 512 << 10),
    TABLE(4, 8 << 10),
    BLOCK(5, (512 << 10) + 16),
    CHECKPOINT(6, 16 << 10),
    PROOF(7, 32 + 8 + 8 + 1 + 63 * 32),
    END(8, 8 + 32);

    private final int number;
    private final int largest;

    FrameType(int number, int largest) {
        this.number = number;
        this.largest = largest;
    }

    int number() {
        return number;
    }

    /// The most bytes of its content.
    int largest() {
        return largest;
    }

    static Optional<FrameType> of(int number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }
}
