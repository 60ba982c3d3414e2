// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.fuzz;

import java.io.IOException;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.refusal.RefusedException;

/// Where Jazzer enters, in a JVM of its own: the first argument names the target.
public final class FuzzEntry {
    private static FuzzTarget target = FuzzTarget.JSON;

    private FuzzEntry() {}

    public static void fuzzerInitialize(String[] args) {
        target = FuzzTarget.valueOf(args[0]);
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        try {
            target.parse(Bytes.handedOver(bytes));
        } catch (RefusedException e) {
            if (!e.reason().sentence().endsWith(".")) {
                throw new IllegalStateException("a reason without a sentence", e);
            }
        }
    }
}
