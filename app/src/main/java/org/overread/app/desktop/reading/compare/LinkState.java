// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.compare;

/// How a reading goes with the first.
public enum LinkState {
    /// Nothing is shown in one of them.
    NOTHING,
    /// Positions mean the same: one frame of reference.
    SAME_FRAME,
    /// A person said which places are the same.
    BY_HAND,
    /// Both name their frame of reference, and these differ.
    OTHER_FRAME,
    /// At least one does not say which frame its positions are measured in.
    UNNAMED_FRAME,
    /// They could go together, and a person let them go.
    APART;

    public boolean isLinked() {
        return this == SAME_FRAME || this == BY_HAND;
    }
}
