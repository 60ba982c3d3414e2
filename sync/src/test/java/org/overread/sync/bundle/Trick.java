// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import org.junit.jupiter.api.function.Executable;
import org.overread.sync.refusal.Refusal;

/// Something that a forger could try, and the one reason for which it is refused.
record Trick(Refusal reason, Executable attempt) {
    @Override
    public String toString() {
        return reason.code();
    }
}
