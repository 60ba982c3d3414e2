// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.envelope;

import java.util.List;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.StatementOrOpaque;
import org.overread.sync.refusal.EnvelopeFault;
import org.overread.sync.refusal.RefusedException;

/// Bytes whose signatures were checked. Only [Envelope#verify] makes one, so whoever asks for one gets no others.
public final class Verified {
    private final Bytes payload;
    private final List<Digest> signers;

    Verified(Bytes payload, List<Digest> signers) {
        this.payload = payload;
        this.signers = List.copyOf(signers);
    }

    /// The bytes that were signed.
    public Bytes payload() {
        return payload;
    }

    /// The keys that signed, ascending.
    public List<Digest> signers() {
        return signers;
    }

    /// Reads the statement that the bytes are; its author must have signed.
    public StatementOrOpaque statement() throws RefusedException {
        StatementOrOpaque read = StatementOrOpaque.read(payload);
        if (read instanceof StatementOrOpaque.Known(Statement statement)
                && !signers.contains(statement.heading().author())) {
            throw new RefusedException(EnvelopeFault.AUTHOR_NOT_SIGNER);
        }
        return read;
    }
}
