// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.object.BlockCodec;
import org.overread.sync.bundle.object.BlockShape;
import org.overread.sync.bundle.object.LayerShape;
import org.overread.sync.bundle.object.SlabTable;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.object.ValueType;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.log.Checkpoint;
import org.overread.sync.log.Proofs;
import org.overread.sync.log.SignedNote;
import org.overread.sync.refusal.KeyFault;
import org.overread.sync.refusal.LogFault;
import org.overread.sync.refusal.ObjectFault;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;
import org.overread.sync.trust.EnrolmentCode;
import org.overread.sync.trust.EnrolmentRequest;
import org.overread.sync.trust.Invitation;
import org.overread.sync.trust.KeyCost;
import org.overread.sync.trust.SealedKey;
import org.overread.sync.trust.TrustRoot;

/// Tricks with objects, notes of a log, sealed keys, enrolment and roots of trust.
final class StoredTricks {
    private static final BlockShape BLOCK = new BlockShape(8, 2, 1, ValueType.U8);
    private static final LayerShape LAYER = new LayerShape(100, 64, 10, ValueType.U8);
    private static final String RUNS = "4f564f310101010802010000";
    private static final String TABLE = "4f564f31" + "0200" + "01000000" + "0000";
    private static final String PLACE = "0063003f00090000";
    private static final Ed25519Secret ADA = World.secret(4);
    private static final EnrolmentCode CODE = new EnrolmentCode("0123456789ABCDEFGHJK");
    private static final KeyCost CHEAP = new KeyCost(64, 1);

    private StoredTricks() {}

    static List<Trick> all() throws RefusedException {
        var all = new ArrayList<Trick>();
        blocks(all);
        tables(all);
        notes(all);
        keys(all);
        enrolment(all);
        roots(all);
        return all;
    }

    private static void blocks(List<Trick> all) {
        block(all, ObjectFault.RUNS, RUNS + "00000006" + "000207060702");
        block(all, ObjectFault.OVERFLOW, RUNS + "00000006" + "0006ffffff7f");
        block(all, ObjectFault.UNDERFLOW, RUNS + "00000004" + "00060707");
        block(all, ObjectFault.TRAILING, RUNS + "00000004" + "0006070800");
        block(all, ObjectFault.SIZE, RUNS + "80000000" + "00060708");
        block(all, ObjectFault.CODEC, "4f564f310103010802010000" + "00000004" + "00060708");
        block(all, ObjectFault.SHAPE, "4f564f310101010802020000" + "00000004" + "00060708");
        block(all, ObjectFault.RESERVED, "4f564f310101010802010001" + "00000004" + "00060708");
        block(all, ObjectFault.UNIFORM, RUNS + "00000002" + "070f");
        block(all, ObjectFault.COMPRESSION, "4f564f310102010802010000" + "00000004" + "0102");
        block(all, ObjectFault.UNEXPECTED_TYPE, "4f564f31020001000000000000000000");
        block(all, ObjectFault.MAGIC, "4f564f32" + "00".repeat(12));
        block(all, ObjectFault.TYPE, "4f564f3103" + "00".repeat(11));
        block(all, ObjectFault.TRUNCATED, "4f564f31");
        Bytes good = Bytes.hex(RUNS + "00000004" + "00060708");
        all.add(
                new Trick(
                        ObjectFault.DIGEST, () -> StoredObject.named(Bytes.EMPTY.digest(), good)));
        all.add(
                new Trick(
                        ObjectFault.CONTENT,
                        () ->
                                new BlockCodec()
                                        .decode(
                                                StoredObject.of(good),
                                                BLOCK,
                                                Bytes.EMPTY.digest())));
        all.add(
                new Trick(
                        ObjectFault.TOO_LARGE,
                        () -> StoredObject.of(Bytes.of(new byte[StoredObject.LARGEST + 1]))));
    }

    private static void block(List<Trick> all, ObjectFault reason, String hex) {
        Bytes bytes = Bytes.hex(hex);
        Digest content =
                bytes.length() < 16
                        ? bytes.digest()
                        : Bytes.concat(Bytes.hex("0108020100"), bytes.slice(16, bytes.length()))
                                .digest();
        all.add(
                new Trick(
                        reason,
                        () -> new BlockCodec().decode(StoredObject.of(bytes), BLOCK, content)));
    }

    private static void tables(List<Trick> all) {
        table(all, ObjectFault.TABLE_COUNT, "0000000b" + PLACE + "000009");
        table(all, ObjectFault.TABLE_VALUE, "0000000e" + PLACE + "000009000100");
        table(all, ObjectFault.TABLE_ENTRY, "0000000e" + PLACE + "000009020000");
        table(all, ObjectFault.TABLE_UNIFORM, "0000000e" + PLACE + "000009000009");
        table(all, ObjectFault.TABLE_PLACE, "0000000e" + "0063003f00090001" + "000009000009");
    }

    private static void table(List<Trick> all, ObjectFault reason, String hex) {
        all.add(
                new Trick(
                        reason,
                        () -> SlabTable.of(StoredObject.of(Bytes.hex(TABLE + hex)), LAYER, 0)));
    }

    private static void notes(List<Trick> all) throws RefusedException {
        String empty = "o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
        SignedNote note = SignedNote.sign(empty, "o", ADA);
        var changed = new SignedNote(empty.replace("o\n0", "o\n1"), note.lines());
        all.add(new Trick(LogFault.NOTE_SIGNATURE, () -> changed.verify("o", ADA.key())));
        all.add(new Trick(LogFault.NOTE_UNSIGNED, () -> note.verify("p", ADA.key())));
        all.add(new Trick(LogFault.NOTE_FORMAT, () -> SignedNote.read(Bytes.utf8("o\n\n- a b\n"))));
        all.add(new Trick(LogFault.CHECKPOINT_FORMAT, () -> Checkpoint.read("o\n01\nAAAA\n")));
        Digest root = Bytes.EMPTY.digest();
        all.add(
                new Trick(
                        LogFault.CONSISTENCY_WRONG,
                        () ->
                                Proofs.checkConsistency(
                                        2, root, 2, Bytes.utf8("other").digest(), List.of())));
        all.add(
                new Trick(
                        LogFault.PROOF_INDEX,
                        () -> Proofs.checkInclusion(root, 7, 5, root, List.of())));
    }

    private static void keys(List<Trick> all) throws RefusedException {
        SealedKey key =
                SealedKey.seal(
                        ADA,
                        "correct horse".toCharArray(),
                        Optional.empty(),
                        CHEAP,
                        new java.security.SecureRandom());
        SealedKey second =
                SealedKey.seal(
                        ADA,
                        "correct horse".toCharArray(),
                        Optional.of(Bytes.utf8("factor")),
                        CHEAP,
                        new java.security.SecureRandom());
        String text = key.bytes().toUtf8();
        sealed(all, KeyFault.FORMAT, text.replace("overread-key", "overread-kex"));
        sealed(all, KeyFault.VERSION, text.replace("\"version\":1", "\"version\":2"));
        sealed(all, KeyFault.COST, text.replace("\"passes\":1", "\"passes\":1000000"));
        all.add(
                new Trick(
                        KeyFault.PASSPHRASE,
                        () -> key.open("wrong horse".toCharArray(), Optional.empty())));
        all.add(
                new Trick(
                        KeyFault.OTHER_FACTOR,
                        () -> second.open("correct horse".toCharArray(), Optional.empty())));
        Ed25519Secret wiped = World.secret(9);
        wiped.close();
        all.add(new Trick(KeyFault.LOCKED, () -> wiped.sign(new byte[1])));
    }

    private static void sealed(List<Trick> all, KeyFault reason, String text) {
        all.add(new Trick(reason, () -> SealedKey.read(Bytes.utf8(text))));
    }

    private static Invitation invitation() {
        return new Invitation(
                CODE, "Ada", "North", List.of(Role.READER), World.NOW, Duration.ofDays(9));
    }

    private static void enrolment(List<Trick> all) throws RefusedException {
        var random = new java.security.SecureRandom();
        var right = EnrolmentRequest.of(ADA, CODE, random);
        var wrong = EnrolmentRequest.of(ADA, new EnrolmentCode("0123456789ABCDEFGHJM"), random);
        var stolen =
                new EnrolmentRequest(
                        World.secret(8).key(),
                        right.nonce(),
                        right.codeProof(),
                        right.possession());
        all.add(new Trick(TrustFault.CODE_WRONG, () -> invitation().accept(wrong, World.NOW)));
        all.add(
                new Trick(
                        TrustFault.PROOF_OF_POSSESSION,
                        () -> invitation().accept(stolen, World.NOW)));
        all.add(
                new Trick(
                        TrustFault.CODE_EXPIRED,
                        () -> invitation().accept(right, World.NOW.plus(Duration.ofDays(2)))));
        Invitation once = invitation();
        once.accept(right, World.NOW);
        all.add(new Trick(TrustFault.CODE_USED, () -> once.accept(right, World.NOW)));
        all.add(
                new Trick(
                        TrustFault.REQUEST_FORMAT,
                        () -> EnrolmentRequest.read(Bytes.utf8("{\"key\":1}"))));
    }

    private static void roots(List<Trick> all) throws RefusedException {
        var world = new World();
        var a = World.secret(31);
        var b = World.secret(32);
        TrustRoot first = world.root(1, List.of(a, b), 2);
        TrustRoot second = world.root(2, List.of(b), 1);
        all.add(
                new Trick(
                        TrustFault.ROOT_THRESHOLD, () -> TrustRoot.pinned(first.sign(List.of(a)))));
        all.add(
                new Trick(
                        TrustFault.ROOT_NOT_HANDED_OVER,
                        () -> first.next(second.sign(List.of(b)))));
        all.add(
                new Trick(
                        TrustFault.ROOT_GAP,
                        () -> first.next(world.root(3, List.of(a, b), 1).sign(List.of(a, b)))));
        all.add(new Trick(TrustFault.ROOT_OLDER, () -> first.next(first.sign(List.of(a, b)))));
        String text = first.sign(List.of(a, b)).payload().toUtf8();
        String keys =
                text.replaceFirst(
                        "\"rootKeys\":\\[\"(.*?)\",\"(.*?)\"]", "\"rootKeys\":[\"$2\",\"$1\"]");
        all.add(
                new Trick(
                        TrustFault.ROOT_FORMAT,
                        () ->
                                TrustRoot.pinned(
                                        Envelope.sign(
                                                TrustRoot.PAYLOAD_TYPE,
                                                Bytes.utf8(keys),
                                                List.of(a, b)))));
    }
}
