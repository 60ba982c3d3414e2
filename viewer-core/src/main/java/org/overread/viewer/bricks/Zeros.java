// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

/// Finds stretches of zeros.
final class Zeros {
    private Zeros() {}

    static boolean only(short[] values, int from, int end) {
        int any = 0;
        for (int n = from; n < end; n++) {
            any |= values[n];
        }
        return any == 0;
    }
}
