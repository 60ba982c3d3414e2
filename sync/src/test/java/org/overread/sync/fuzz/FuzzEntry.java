// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.refusal.RefusedException;

/// Where Jazzer enters, in a JVM of its own: the first argument names the target.
public final class FuzzEntry {
    /// What one input may take in all, freed in between or not: so it never holds more at once.
    private static final long MOST_BYTES = 64L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static FuzzTarget target = FuzzTarget.JSON;

    private FuzzEntry() {}

    public static void fuzzerInitialize(String[] args) {
        target = FuzzTarget.valueOf(args[0]);
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        long taken = taken(bytes);
        if (taken > MOST_BYTES) {
            // the first time a class is met the fuzzer reads and rewrites it: what is taken again
            // is the parser's
            taken = taken(bytes);
        }
        if (taken > MOST_BYTES) {
            throw new IllegalStateException("one input takes " + taken + " bytes");
        }
    }

    private static long taken(byte[] bytes) throws IOException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            target.parse(Bytes.handedOver(bytes));
        } catch (RefusedException e) {
            if (!e.reason().sentence().endsWith(".")) {
                throw new IllegalStateException("a reason without a sentence", e);
            }
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
