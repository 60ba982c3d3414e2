// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

/// Whether what was drawn is on the disk.
public sealed interface Saving {

    /// Every edit that has ended is on the disk.
    record Saved() implements Saving {}

    /// This many edits are on their way.
    record Underway(int waiting) implements Saving {}

    /// This many edits are in memory only and are tried again; `why` is a sentence that says what is safe and what to do.
    record Failing(int waiting, String why) implements Saving {}

    /// There is no workspace: what is drawn is gone when the program ends. `why` is a sentence.
    record NotKept(String why) implements Saving {}

    /// Two or three words for the title row.
    default String words() {
        return switch (this) {
            case Saved _ -> "saved";
            case Underway _ -> "saving";
            case Failing _ -> "not saved";
            case NotKept _ -> "not kept";
        };
    }
}
