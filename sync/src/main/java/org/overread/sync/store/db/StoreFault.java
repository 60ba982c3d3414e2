// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

/// Why the store could not do what it was asked. The sentence says what is safe and what a person can do.
public enum StoreFault {
    BUSY("Another program holds the workspace at the moment; nothing was changed. Try again."),
    FULL(
            "The disk is full; what was being saved is not saved, everything before it is. Make room and save again."),
    IO(
            "The disk did not read or write as asked; what was being saved is not saved. Check the disk and its connection."),
    DAMAGED(
            "The workspace's file is damaged; nothing in it is changed any more. Close the workspace and recover it."),
    NOT_A_DATABASE("The file is not a workspace."),
    READ_ONLY("The workspace is open for reading only."),
    REFUSED("The change contradicts what is stored; nothing was changed."),
    CLOSED("The workspace is closed.");

    private final String sentence;

    StoreFault(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
