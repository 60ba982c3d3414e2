// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.store.audit.Moment;

/// A finding, a comment or a measurement as it is now. What it says is in the words of whoever made it; places are in
/// whole micrometres of the patient's frame (LPS), so that they are the same wherever they are read.
public record Note(
        String key,
        int revision,
        Kind kind,
        State state,
        JsonValue.Fields body,
        Moment made,
        String person) {

    /// What it is.
    public enum Kind {
        FINDING,
        COMMENT,
        MEASUREMENT
    }

    /// How far it has come.
    public enum State {
        OPEN,
        RESOLVED,
        REMOVED
    }
}
