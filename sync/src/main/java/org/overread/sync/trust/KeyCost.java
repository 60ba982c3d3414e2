// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.trust;

/// How much memory and work one try of a passphrase takes with Argon2id.
public record KeyCost(int memoryKib, int passes) {
    /// 64 MiB and three passes: a few tenths of a second on one core.
    public static final KeyCost USUAL = new KeyCost(64 << 10, 3);

    static final int LEAST_MEMORY_KIB = 64;
    static final int MOST_MEMORY_KIB = 1 << 20;
    static final int MOST_PASSES = 16;

    public KeyCost {
        if (memoryKib < LEAST_MEMORY_KIB
                || memoryKib > MOST_MEMORY_KIB
                || passes < 1
                || passes > MOST_PASSES) {
            throw new IllegalArgumentException(memoryKib + " KiB, " + passes + " passes");
        }
    }
}
