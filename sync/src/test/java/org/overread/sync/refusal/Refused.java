// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/// Asserts that something is refused for one reason and no other.
public final class Refused {
    private Refused() {}

    public static RefusedException with(Refusal reason, Executable action) {
        return with(reason, "", action);
    }

    public static RefusedException with(Refusal reason, String what, Executable action) {
        RefusedException refused = assertThrows(RefusedException.class, action, what);
        assertEquals(reason.code(), refused.reason().code(), what + " " + refused.getMessage());
        return refused;
    }
}
