// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.statement.Samples;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.log.SignedNote;
import org.overread.sync.refusal.BundleFault;
import org.overread.sync.refusal.EnvelopeFault;
import org.overread.sync.refusal.JsonFault;
import org.overread.sync.refusal.LogFault;
import org.overread.sync.refusal.ObjectFault;
import org.overread.sync.refusal.Refusal;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;

/// One good bundle and copies of it that somebody changed, by accident or with all digests mended: each is named rightly.
final class DoctoredBundleTest {
    private World world = new World();
    private Bytes good = Bytes.EMPTY;
    private Frames frames = new Frames(List.of());

    @BeforeEach
    void makeTheBundle() throws RefusedException, IOException {
        world = World.usual().log();
        good = world.bundle();
        frames = Frames.of(good);
        assertInstanceOf(Verdict.Accepted.class, world.verify(good));
    }

    @Test
    void aBitInABlock() throws IOException {
        int block = frames.place(FrameType.BLOCK, 2);
        named(BundleFault.FRAME_DAMAGED, "frame " + (block + 1) + ", block", flippedIn(block));
        named(BundleFault.OBJECT_ORDER, frames.with(block, Frames.flip(-1)).bytes());
    }

    @Test
    void aBitInATable() throws IOException {
        int table = frames.place(FrameType.TABLE, 0);
        named(BundleFault.FRAME_DAMAGED, "frame " + (table + 1) + ", table", flippedIn(table));
        named(BundleFault.TABLE_ORDER, frames.with(table, Frames.flip(-1)).bytes());
    }

    @Test
    void aBitInAStatement() throws IOException, RefusedException {
        int at = frames.place(FrameType.STATEMENT, 0);
        named(BundleFault.FRAME_DAMAGED, "frame " + (at + 1) + ", statement", flippedIn(at));
        var changed =
                frames.with(
                        at,
                        bytes -> {
                            Envelope envelope = read(bytes);
                            Bytes payload =
                                    Bytes.utf8(
                                            envelope.payload()
                                                    .toUtf8()
                                                    .replace(
                                                            "activeSeconds\":1234",
                                                            "activeSeconds\":1235"));
                            assertNotEquals(envelope.payload(), payload);
                            return new Envelope(
                                            envelope.payloadType(), payload, envelope.signatures())
                                    .bytes();
                        });
        named(EnvelopeFault.SIGNATURE_WRONG, changed.bytes());
    }

    @Test
    void swappedStatements() throws IOException {
        int first = frames.place(FrameType.STATEMENT, 0);
        named(BundleFault.STATEMENT_ORDER, frames.swapped(first, first + 1).bytes());
        int last = frames.place(FrameType.STATEMENT, 5);
        named(BundleFault.PARENT_MISSING, frames.swapped(first, last).bytes());
    }

    @Test
    void aRemovedParent() throws IOException {
        int first = frames.place(FrameType.STATEMENT, 0);
        named(BundleFault.PARENT_MISSING, frames.without(first).bytes());
    }

    @Test
    void aStatementTwice() throws IOException {
        int first = frames.place(FrameType.STATEMENT, 0);
        named(BundleFault.STATEMENT_TWICE, frames.doubled(first).bytes());
    }

    @Test
    void anotherKey() throws IOException, RefusedException {
        int at = frames.place(FrameType.STATEMENT, 0);
        Envelope envelope = read(frames.all().get(at).bytes());
        Bytes byStranger =
                Envelope.sign(Statement.PAYLOAD_TYPE, envelope.payload(), List.of(world.stranger))
                        .bytes();
        named(TrustFault.NOT_ENROLLED, frames.with(at, _ -> byStranger).bytes());
        Bytes byCleo =
                Envelope.sign(Statement.PAYLOAD_TYPE, envelope.payload(), List.of(world.cleo))
                        .bytes();
        named(EnvelopeFault.AUTHOR_NOT_SIGNER, frames.with(at, _ -> byCleo).bytes());
    }

    @Test
    void anOldCheckpoint() throws IOException, RefusedException {
        SignedNote old = SignedNote.sign(world.checkpoint(4).text(), World.ORIGIN, world.logKey);
        int at = frames.place(FrameType.CHECKPOINT, 0);
        named(LogFault.CHECKPOINT_OLD, frames.with(at, _ -> old.bytes()).bytes());
        var older =
                new BundleWriter(
                        List.of(),
                        world.certificates,
                        world.statements,
                        Optional.of(old),
                        List.of());
        var expected =
                new Expectations(
                        Optional.of(world.checkpoint()), Expectations.LogDemand.WELCOME, World.NOW);
        assertEquals(
                LogFault.CHECKPOINT_OLD,
                refused(world.verify(world.write(older), world.root(), expected)).reason());
    }

    @Test
    void aCheckpointThatAnAuthorSawLater() throws IOException, RefusedException {
        var plain = world.heading(world.ada);
        var heading =
                new org.overread.sync.bundle.statement.Heading(
                        plain.tenant(),
                        plain.project(),
                        plain.casePseudonym(),
                        plain.author(),
                        plain.sequence(),
                        plain.previous(),
                        Optional.of(world.seen()),
                        plain.time(),
                        plain.software(),
                        plain.reason(),
                        plain.salt(),
                        plain.more());
        world.statements.add(world.sign(world.ada, heading, Samples.version(List.of(), List.of())));
        SignedNote old = SignedNote.sign(world.checkpoint(4).text(), World.ORIGIN, world.logKey);
        var writer =
                new BundleWriter(
                        List.of(),
                        world.certificates,
                        world.statements,
                        Optional.of(old),
                        List.of());
        named(LogFault.CHECKPOINT_OLD, world.write(writer));
    }

    @Test
    void truncatedAnywhere() {
        var random = new Random(5);
        for (int turn = 0; turn < 300; turn++) {
            int length = turn < 100 ? turn : random.nextInt(good.length());
            Refusal reason = refused(world.verify(good.slice(0, length))).reason();
            assertTrue(
                    reason == BundleFault.TRUNCATED || (reason == BundleFault.MAGIC && length < 4),
                    length + ": " + reason);
        }
    }

    @Test
    void reorderedFrames() throws IOException {
        int block = frames.place(FrameType.BLOCK, 0);
        named(BundleFault.OBJECT_ORDER, frames.swapped(block, block + 1).bytes());
        int table = frames.place(FrameType.TABLE, 0);
        named(BundleFault.TABLE_ORDER, frames.swapped(table, table + 1).bytes());
        named(BundleFault.TABLE_MISSING, frames.swapped(table, block).bytes());
        named(BundleFault.FRAME_ORDER, frames.copied(0, block).bytes());
    }

    @Test
    void missingBlocksAndTables() throws IOException {
        int block = frames.place(FrameType.BLOCK, 0);
        named(BundleFault.OBJECT_ORDER, frames.without(block).bytes());
        int last = frames.place(FrameType.CHECKPOINT, 0) - 1;
        named(BundleFault.OBJECT_MISSING, frames.without(last).bytes());
        named(BundleFault.TABLE_MISSING, frames.without(block - 1).bytes());
        named(BundleFault.OBJECT_ORDER, frames.doubled(last).bytes());
    }

    @Test
    void aKeyTwiceInTheJson() throws IOException, RefusedException {
        int at = frames.place(FrameType.STATEMENT, 0);
        var envelope =
                frames.with(
                        at,
                        bytes ->
                                Bytes.utf8(
                                        bytes.toUtf8()
                                                .replace(
                                                        "\"payloadType\":",
                                                        "\"payloadType\":\"x\",\"payloadType\":")));
        named(JsonFault.DUPLICATE_KEY, envelope.bytes());
        Bytes payload = read(frames.all().get(at).bytes()).payload();
        Bytes doubled =
                Bytes.utf8(
                        payload.toUtf8()
                                .replace("\"sequence\":1", "\"sequence\":1,\"sequence\":1"));
        assertNotEquals(payload, doubled);
        Bytes signed =
                Envelope.sign(Statement.PAYLOAD_TYPE, doubled, List.of(signerOf(payload))).bytes();
        named(JsonFault.DUPLICATE_KEY, frames.with(at, _ -> signed).bytes());
    }

    private org.overread.sync.bundle.envelope.Ed25519Secret signerOf(Bytes payload)
            throws RefusedException {
        var author = Statement.read(payload).heading().author();
        return author.equals(world.ada.key().id()) ? world.ada : world.ben;
    }

    @Test
    void aForgedProof() throws IOException {
        int at = frames.place(FrameType.PROOF, 1);
        named(LogFault.PROOF_WRONG, frames.with(at, Frames.flip(-1)).bytes());
        named(LogFault.PROOF_UNASKED, frames.with(at, Frames.flip(3)).bytes());
        named(LogFault.PROOF_TWICE, frames.doubled(at).bytes());
        named(
                LogFault.PROOF_LENGTH,
                frames.with(
                                at,
                                bytes -> {
                                    byte[] shorter = bytes.slice(0, bytes.length() - 32).toArray();
                                    shorter[48]--;
                                    return Bytes.handedOver(shorter);
                                })
                        .bytes());
        named(LogFault.PROOF_FORMAT, frames.with(at, bytes -> bytes.slice(0, 40)).bytes());
        int note = frames.place(FrameType.CHECKPOINT, 0);
        named(LogFault.CHECKPOINT_MISSING, frames.without(note).bytes());
        named(LogFault.NOTE_SIGNATURE, frames.with(note, Frames.flip(-10)).bytes());
        named(
                LogFault.CHECKPOINT_ORIGIN,
                frames.with(note, bytes -> Bytes.utf8(bytes.toUtf8().replace("north", "south")))
                        .bytes());
    }

    @Test
    void aCertificateByAStranger() throws IOException, RefusedException {
        int at = frames.place(FrameType.CERTIFICATE, 0);
        Bytes payload = read(frames.all().get(at).bytes()).payload();
        Bytes forged =
                Envelope.sign(Statement.PAYLOAD_TYPE, payload, List.of(world.stranger)).bytes();
        named(EnvelopeFault.KEY_UNKNOWN, frames.with(at, _ -> forged).bytes());
        named(TrustFault.NOT_ENROLLED, frames.without(at).bytes());
        named(BundleFault.STATEMENT_ORDER, frames.swapped(at, at + 1).bytes());
        named(TrustFault.CERTIFICATE_TWICE, frames.doubled(at).bytes());
    }

    @Test
    void theEndAndTheBeginning() throws IOException {
        named(BundleFault.TRAILING, Bytes.concat(good, Bytes.of((byte) 0)));
        byte[] count = good.toArray();
        count[good.length() - 33] ^= 1;
        named(BundleFault.FRAME_DAMAGED, Bytes.of(count));
        named(BundleFault.MAGIC, Bytes.utf8("PK and more than eight bytes"));
        byte[] version = good.toArray();
        version[4] = '2';
        named(BundleFault.VERSION, Bytes.of(version));
        String text = new String(good.toArray(), StandardCharsets.ISO_8859_1);
        byte[] asText = text.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
        named(BundleFault.LINE_ENDINGS, Bytes.of(asText));
        byte[] type = good.toArray();
        type[8] = 9;
        named(BundleFault.FRAME_TYPE, Bytes.of(type));
        byte[] length = good.toArray();
        length[9] = 0x7F;
        named(BundleFault.FRAME_TOO_LARGE, Bytes.of(length));
        named(BundleFault.EMPTY, new Frames(List.of()).bytes());
    }

    @Test
    void anEndOfAnotherBundle() throws IOException {
        Bytes shorter = frames.without(frames.all().size() - 1).bytes();
        Bytes end = shorter.slice(shorter.length() - 77, shorter.length());
        named(BundleFault.FRAME_COUNT, Bytes.concat(good.slice(0, good.length() - 77), end));
        Bytes swapped = frames.swapped(0, 1).bytes();
        Bytes other = swapped.slice(swapped.length() - 77, swapped.length());
        named(BundleFault.RUNNING_DIGEST, Bytes.concat(good.slice(0, good.length() - 77), other));
    }

    @Test
    void everyFlippedBitIsFound() {
        var random = new Random(6);
        for (int turn = 0; turn < 2000; turn++) {
            byte[] changed = good.toArray();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertInstanceOf(Verdict.Refused.class, world.verify(Bytes.handedOver(changed)));
        }
    }

    @Test
    void everyFrameLeftOutIsFoundExceptProofs() throws IOException {
        for (int n = 0; n < frames.all().size(); n++) {
            Verdict verdict = world.verify(frames.without(n).bytes());
            if (frames.all().get(n).type() == FrameType.PROOF) {
                // the statement is then not proved to be in the log, which the verdict says
                var accepted = assertInstanceOf(Verdict.Accepted.class, verdict);
                var expected =
                        new Expectations(
                                Optional.empty(), Expectations.LogDemand.REQUIRED, World.NOW);
                assertEquals(
                        TrustFault.NOT_LOGGED,
                        refused(world.verify(frames.without(n).bytes(), world.root(), expected))
                                .reason());
                assertEquals(6, accepted.statements().size());
            } else if (n == frames.all().size() - 1 || !isLastLeaf(n)) {
                assertInstanceOf(Verdict.Refused.class, verdict, "frame " + n);
            }
        }
    }

    /// The last decision: nothing builds upon it, so a bundle without it is a good older bundle, but for its proof.
    private boolean isLastLeaf(int n) {
        return frames.all().get(n).type() == FrameType.STATEMENT
                && n == frames.place(FrameType.STATEMENT, 5)
                && frames.all().stream().noneMatch(f -> f.type() == FrameType.PROOF);
    }

    @Test
    void reasonsAreManyAndDistinct() throws IOException {
        var reasons = new ArrayList<String>();
        for (int n = 0; n < frames.all().size(); n++) {
            if (world.verify(frames.without(n).bytes()) instanceof Verdict.Refused refused) {
                reasons.add(refused.reason().code());
            }
        }
        assertTrue(reasons.stream().distinct().count() >= 5, reasons.toString());
        assertTrue(!reasons.contains(ObjectFault.DIGEST.code()));
    }

    private Bytes flippedIn(int place) {
        int at = 8;
        for (int n = 0; n < place; n++) {
            at += FrameWriter.HEAD + frames.all().get(n).bytes().length();
        }
        return Frames.flip(at + FrameWriter.HEAD + 20).apply(good);
    }

    private static Envelope read(Bytes bytes) {
        try {
            return Envelope.read(bytes);
        } catch (RefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void named(Refusal reason, Bytes bundle) {
        assertEquals(reason.code(), refused(world.verify(bundle)).reason().code());
    }

    private void named(Refusal reason, String place, Bytes bundle) {
        Verdict.Refused refused = refused(world.verify(bundle));
        assertEquals(reason.code(), refused.reason().code());
        assertEquals(place, refused.place());
    }

    private static Verdict.Refused refused(Verdict verdict) {
        return assertInstanceOf(Verdict.Refused.class, verdict);
    }
}
