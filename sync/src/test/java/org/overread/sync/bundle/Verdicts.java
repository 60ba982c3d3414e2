// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import org.overread.sync.refusal.Refusal;
import org.overread.sync.refusal.RefusedException;

/// What is expected of a verdict.
final class Verdicts {
    private Verdicts() {}

    static Verdict.Accepted accepted(Verdict verdict) {
        return assertInstanceOf(Verdict.Accepted.class, verdict, verdict.toString());
    }

    static void refused(Refusal reason, World world) throws RefusedException, IOException {
        var refused = assertInstanceOf(Verdict.Refused.class, world.verify(world.bundle()));
        assertEquals(reason.code(), refused.reason().code());
    }
}
