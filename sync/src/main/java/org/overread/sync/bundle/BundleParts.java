// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.object.ObjectSink;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.log.SignedNote;
import org.overread.sync.refusal.RefusedException;

/// A bundle taken apart to be put together anew, with proofs for example. Nothing is believed of it: who uses the parts has
/// verified the bundle before.
public record BundleParts(
        List<Envelope> roots,
        List<Envelope> certificates,
        List<Envelope> statements,
        Optional<SignedNote> checkpoint) {
    public BundleParts {
        roots = List.copyOf(roots);
        certificates = List.copyOf(certificates);
        statements = List.copyOf(statements);
    }

    /// Reads to the end; objects go to the sink.
    public static BundleParts read(InputStream in, ObjectSink objects)
            throws IOException, RefusedException {
        var roots = new ArrayList<Envelope>();
        var certificates = new ArrayList<Envelope>();
        var statements = new ArrayList<Envelope>();
        Optional<SignedNote> checkpoint = Optional.empty();
        var frames = new FrameReader(in);
        while (true) {
            Frame frame = frames.next();
            switch (frame.type()) {
                case ROOT -> roots.add(Envelope.read(frame.bytes()));
                case CERTIFICATE -> certificates.add(Envelope.read(frame.bytes()));
                case STATEMENT -> statements.add(Envelope.read(frame.bytes()));
                case TABLE, BLOCK -> objects.put(StoredObject.of(frame.bytes()));
                case CHECKPOINT -> checkpoint = Optional.of(SignedNote.read(frame.bytes()));
                case PROOF -> {}
                case END -> {
                    return new BundleParts(roots, certificates, statements, checkpoint);
                }
            }
        }
    }

    /// The same with one more statement about a key, unless it is there already.
    public BundleParts withCertificate(Envelope more) {
        if (certificates.stream().anyMatch(one -> one.payload().equals(more.payload()))) {
            return this;
        }
        var all = new ArrayList<>(certificates);
        all.add(more);
        return new BundleParts(roots, all, statements, checkpoint);
    }

    /// The same bundle with this checkpoint and these proofs.
    public BundleWriter proved(SignedNote note, List<LogProof> proofs) {
        return new BundleWriter(roots, certificates, statements, Optional.of(note), proofs);
    }
}
