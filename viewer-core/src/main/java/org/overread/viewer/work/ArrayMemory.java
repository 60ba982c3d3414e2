// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.work;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/// How much of the heap large arrays take up. A collector that parts the heap into regions (G1) gives arrays from half
/// a region on regions of their own and leaves the rest of the last one empty: the pages there are never touched, but
/// nothing else finds room in them. Such arrays are never moved, and free as soon as nobody has them any more.
public final class ArrayMemory {
    private static final int HEADER_BYTES = 16;

    private ArrayMemory() {}

    /// Of an array whose elements take so many bytes; headers count only where regions are taken. Asks the JVM the
    /// first time, which takes milliseconds.
    public static long taken(long bytes) {
        return taken(bytes, Regions.BYTES);
    }

    /// The same where regions have that size; 0 where there are none.
    static long taken(long bytes, long region) {
        long whole = bytes + HEADER_BYTES;
        return region == 0 || whole < region / 2 ? bytes : Math.ceilDiv(whole, region) * region;
    }

    private static final class Regions {
        static final long BYTES = bytes();

        private static long bytes() {
            HotSpotDiagnosticMXBean jvm =
                    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            if (jvm == null) {
                return 0; // another JVM
            }
            try {
                return Boolean.parseBoolean(jvm.getVMOption("UseG1GC").getValue())
                        ? Long.parseLong(jvm.getVMOption("G1HeapRegionSize").getValue())
                        : 0;
            } catch (IllegalArgumentException _) { // one without G1
                return 0;
            }
        }
    }
}
