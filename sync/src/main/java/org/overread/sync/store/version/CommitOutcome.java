// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.version;

import org.overread.sync.bundle.bytes.Digest;

/// What came of committing a version.
public sealed interface CommitOutcome {

    /// The disk has it, and its labels.
    record Committed(StoredVersion version) implements CommitOutcome {}

    /// The very same version was there.
    record AlreadyThere(StoredVersion version) implements CommitOutcome {}

    /// It continues a version that is not here; nothing was changed.
    record ParentMissing(Digest parent) implements CommitOutcome {}

    /// It names labels that are not here and did not come with it; nothing was changed.
    record ObjectMissing(Digest object) implements CommitOutcome {}

    /// The reading was withdrawn; nothing is added to it.
    record Withdrawn() implements CommitOutcome {}
}
