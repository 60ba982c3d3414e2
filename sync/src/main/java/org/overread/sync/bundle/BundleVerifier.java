// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.envelope.Verified;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.StatementOrOpaque;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.log.LogEntry;
import org.overread.sync.refusal.BundleFault;
import org.overread.sync.refusal.EnvelopeFault;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;
import org.overread.sync.trust.CertifiedKeys;
import org.overread.sync.trust.TrustRoot;

/// Verifies one bundle in one forward pass, with nothing but the file and the root of trust. Never holds more than one
/// frame and a few digests of each statement, table and block: at most 64 MiB for a bundle of 2 GiB.
public final class BundleVerifier {
    private final Expectations expected;
    private final BundleContents contents;
    private final RootChain roots;
    private final StatementOrder order = new StatementOrder();
    private final KeyChains chains = new KeyChains();
    private final ExpectedObjects objects = new ExpectedObjects();
    private final LogChecks log;
    private final List<String> opaque = new ArrayList<>();
    private @Nullable CertifiedKeys keys;
    private @Nullable StatementChecks statements;
    private @Nullable Statement lastCertificate;
    private @Nullable Digest lastCertificateId;
    private int certificates;

    private BundleVerifier(TrustRoot root, Expectations expected, BundleContents contents) {
        this.expected = expected;
        this.contents = contents;
        roots = new RootChain(root);
        log = new LogChecks(expected);
    }

    /// Reads the whole stream, which the caller buffers and closes.
    public static Verdict verify(
            InputStream in, TrustRoot root, Expectations expected, BundleContents contents)
            throws IOException {
        return new BundleVerifier(root, expected, contents).run(in);
    }

    private Verdict run(InputStream in) throws IOException {
        long number = 0;
        try {
            var frames = new FrameReader(in);
            while (true) {
                number = frames.count() + 1;
                Frame frame = frames.next();
                if (frame.type() == FrameType.END) {
                    return end(frames.read());
                }
                take(frame);
            }
        } catch (RefusedException e) {
            RefusedException placed = number == 0 ? e : e.within("frame " + number);
            return new Verdict.Refused(placed.reason(), placed.place());
        }
    }

    private void take(Frame frame) throws IOException, RefusedException {
        switch (frame.type()) {
            case ROOT -> roots.take(frame.bytes());
            case CERTIFICATE -> certificate(frame.bytes());
            case STATEMENT -> statement(frame.bytes());
            case TABLE -> contents.object(objects.table(frame.bytes()));
            case BLOCK -> contents.object(objects.block(frame.bytes()));
            case CHECKPOINT -> {
                objects.requireAll();
                if (log.checkpoint().isPresent()) {
                    throw new RefusedException(BundleFault.FRAME_ORDER);
                }
                log.checkpoint(frame.bytes(), keys().root());
            }
            case PROOF -> log.proof(frame.bytes());
            case END -> throw new IllegalStateException("the end is taken elsewhere");
        }
    }

    private CertifiedKeys keys() throws RefusedException {
        CertifiedKeys now = keys;
        if (now == null) {
            roots.end();
            now = new CertifiedKeys(roots.newest());
            keys = now;
        }
        return now;
    }

    /// Certificates, then rotations, then revocations, each by digest.
    private void certificate(Bytes bytes) throws IOException, RefusedException {
        Envelope envelope = Envelope.read(bytes);
        Statement statement = keys().take(envelope);
        Digest id = envelope.payload().digest();
        Statement last = lastCertificate;
        Digest lastId = lastCertificateId;
        if (last != null && lastId != null) {
            int kinds = last.kind().compareTo(statement.kind());
            if (kinds > 0 || (kinds == 0 && lastId.compareTo(id) >= 0)) {
                throw new RefusedException(BundleFault.STATEMENT_ORDER);
            }
        }
        chains.take(statement.heading(), id);
        lastCertificate = statement;
        lastCertificateId = id;
        if (statement.content() instanceof KeyContent.Certificate) {
            certificates++;
        }
        log.seen(statement.heading().seen());
        log.leaf(id, LogEntry.of(envelope, bytes).leaf());
        contents.certificate(envelope);
    }

    private void statement(Bytes bytes) throws IOException, RefusedException {
        Envelope envelope = Envelope.read(bytes);
        CertifiedKeys ring = keys();
        Digest id = envelope.payload().digest();
        Verified verified;
        try {
            verified = envelope.verify(Statement.PAYLOAD_TYPE, ring);
        } catch (RefusedException e) {
            throw e.reason() == EnvelopeFault.KEY_UNKNOWN
                    ? new RefusedException(TrustFault.NOT_ENROLLED)
                    : e;
        }
        StatementChecks checks = statements;
        if (checks == null) {
            checks = new StatementChecks(ring, chains);
            statements = checks;
        }
        switch (verified.statement()) {
            case StatementOrOpaque.Opaque(String type) -> {
                order.take(id, List.of());
                opaque.add(type);
            }
            case StatementOrOpaque.Known(Statement statement) -> {
                if (statement.content() instanceof KeyContent) {
                    throw new RefusedException(BundleFault.CERTIFICATE_KIND);
                }
                order.take(id, statement.content().buildsUpon().stream().distinct().toList());
                checks.take(id, statement, verified);
                log.seen(statement.heading().seen());
                if (statement.content() instanceof Version version) {
                    for (Layer layer : version.layers()) {
                        objects.expect(layer);
                    }
                }
                contents.statement(envelope, statement);
            }
        }
        log.leaf(id, LogEntry.of(envelope, bytes).leaf());
    }

    private Verdict end(long bytes) throws RefusedException {
        objects.requireAll();
        StatementChecks checks = statements;
        if (checks == null) {
            throw new RefusedException(BundleFault.EMPTY);
        }
        if (expected.log() == Expectations.LogDemand.REQUIRED && !log.allProved()) {
            throw new RefusedException(TrustFault.NOT_LOGGED);
        }
        var judgement = new Judgement(keys(), log, expected.policies());
        List<CheckedStatement> judged = judgement.of(checks.all());
        TrustRoot root = roots.newest();
        return new Verdict.Accepted(
                root.tenant(),
                root.version(),
                expected.now().isAfter(root.expires()),
                certificates,
                judged,
                judgement.stated(),
                log.witnesses(),
                opaque,
                objects.tables(),
                objects.blocks(),
                bytes,
                log.checkpoint());
    }
}
