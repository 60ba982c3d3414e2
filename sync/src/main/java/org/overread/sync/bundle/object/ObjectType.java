// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

/// What an object is; the number is stored and never changes.
public enum ObjectType {
    BLOCK(1),
    TABLE(2);

    private final int number;

    ObjectType(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
