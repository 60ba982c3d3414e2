// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.audit.Moment;

/// One reader's work on one volume for one task; its key is a word that never changes.
public record Reading(
        String key,
        String task,
        Digest volume,
        String reader,
        Moment begun,
        Availability availability) {

    /// Whether its labels are here.
    public enum Availability {
        THERE,
        /// Consent was withdrawn: what was done is known, the labels are gone.
        WITHDRAWN
    }
}
