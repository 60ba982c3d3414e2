// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

/// How a data set is written.
enum Syntax {
    IMPLICIT("1.2.840.10008.1.2"),
    EXPLICIT("1.2.840.10008.1.2.1"),
    DEFLATED("1.2.840.10008.1.2.1.99"),
    BIG("1.2.840.10008.1.2.2"),
    RLE("1.2.840.10008.1.2.5"),
    HTJ2K("1.2.840.10008.1.2.4.201");

    private final String uid;

    Syntax(String uid) {
        this.uid = uid;
    }

    String uid() {
        return uid;
    }
}
