// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.sample;

/// How many bytes may still be allocated; asks the collector to clean up before it says no.
@FunctionalInterface
public interface HeapRoom {
    HeapRoom RUNTIME =
            needed -> {
                long room = room(Runtime.getRuntime());
                if (room < needed) {
                    System.gc();
                    room = room(Runtime.getRuntime());
                }
                return room;
            };

    /// The room there is, at least found out precisely enough to compare it with `neededBytes`.
    long forBytes(long neededBytes);

    private static long room(Runtime runtime) {
        long used = runtime.totalMemory() - runtime.freeMemory();
        return Math.max(0, runtime.maxMemory() - used - runtime.maxMemory() / 16);
    }
}
