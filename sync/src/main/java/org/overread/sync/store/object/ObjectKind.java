// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.object;

/// What stored bytes are; the number is in the file and never changes.
public enum ObjectKind {
    BLOCK(1),
    TABLE(2),
    STATEMENT(3),
    PICTURE(4);

    private final int number;

    ObjectKind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
