// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.layer;

/// Numbers between 0 and 1.
final class Shares {
    private Shares() {}

    static void require(String what, double share) {
        if (!(share >= 0 && share <= 1)) { // negated: NaN is refused too
            throw new IllegalArgumentException(what + " between 0 and 1, not " + share);
        }
    }
}
