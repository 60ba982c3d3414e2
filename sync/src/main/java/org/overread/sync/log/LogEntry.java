// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.log;

import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Envelope;

/// What the log holds of one envelope: the digest of its payload and of the whole. Nothing of its content: the payload is
/// salted, so the digest gives nothing away.
public record LogEntry(Digest payload, Digest envelope) {
    private static final Bytes KIND = Bytes.utf8("overread-entry/v1\n");

    public static LogEntry of(Envelope envelope) {
        return of(envelope, envelope.bytes());
    }

    /// The same where the envelope's bytes are at hand.
    public static LogEntry of(Envelope envelope, Bytes bytes) {
        return new LogEntry(envelope.payload().digest(), bytes.digest());
    }

    /// 82 bytes: a line of text that names the kind, then the two digests.
    public Bytes bytes() {
        return Bytes.concat(KIND, payload.bytes(), envelope.bytes());
    }

    public Digest leaf() {
        return TreeHash.leaf(bytes());
    }
}
