// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.object.BlockEntry;
import org.overread.sync.bundle.object.SlabEntry;
import org.overread.sync.bundle.object.SlabTable;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.statement.Decision;
import org.overread.sync.bundle.statement.Heading;
import org.overread.sync.bundle.statement.ImageBinding;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.bundle.statement.Samples;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.log.SignedNote;
import org.overread.sync.refusal.BundleFault;
import org.overread.sync.refusal.LogFault;
import org.overread.sync.refusal.Refusal;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;

/// Tricks with the file: its frames, with all digests mended, and statements that are well signed and say what they must not.
final class FileTricks {
    private final World world = World.usual().log();
    private final Bytes good = world.bundle();
    private final Frames frames = Frames.of(good);
    private final List<Trick> all = new ArrayList<>();

    FileTricks() throws RefusedException, IOException {
        bytes();
        frames();
        proofs();
        statements();
        lengths();
    }

    List<Trick> all() {
        return all;
    }

    private void add(Refusal reason, Bytes bundle) {
        all.add(
                new Trick(
                        reason,
                        () -> {
                            if (world.verify(bundle) instanceof Verdict.Refused refused) {
                                throw new RefusedException(refused.reason(), refused.place());
                            }
                        }));
    }

    private Bytes changed(int at, int value) {
        byte[] bytes = good.toArray();
        bytes[at < 0 ? bytes.length + at : at] = (byte) value;
        return Bytes.handedOver(bytes);
    }

    private void bytes() throws IOException {
        add(BundleFault.MAGIC, Bytes.utf8("PK and more than eight bytes"));
        add(BundleFault.VERSION, changed(4, '2'));
        add(BundleFault.LINE_ENDINGS, Bytes.concat(good.slice(0, 5), good.slice(6, good.length())));
        add(BundleFault.TRUNCATED, good.slice(0, good.length() - 1));
        add(BundleFault.TRAILING, Bytes.concat(good, Bytes.of((byte) 0)));
        add(BundleFault.FRAME_TYPE, changed(8, 9));
        add(BundleFault.FRAME_TOO_LARGE, changed(9, 0x7F));
        add(BundleFault.FRAME_DAMAGED, changed(200, 0));
        add(BundleFault.EMPTY, new Frames(List.of()).bytes());
        Bytes shorter = frames.without(frames.all().size() - 1).bytes();
        Bytes end = shorter.slice(shorter.length() - 77, shorter.length());
        add(BundleFault.FRAME_COUNT, Bytes.concat(good.slice(0, good.length() - 77), end));
        Bytes swapped = frames.swapped(0, 1).bytes();
        Bytes other = swapped.slice(swapped.length() - 77, swapped.length());
        add(BundleFault.RUNNING_DIGEST, Bytes.concat(good.slice(0, good.length() - 77), other));
    }

    private void frames() throws IOException, RefusedException {
        int statement = frames.place(FrameType.STATEMENT, 0);
        int table = frames.place(FrameType.TABLE, 0);
        int block = frames.place(FrameType.BLOCK, 0);
        int note = frames.place(FrameType.CHECKPOINT, 0);
        int certificate = frames.place(FrameType.CERTIFICATE, 0);
        add(BundleFault.FRAME_ORDER, frames.copied(0, block).bytes());
        add(BundleFault.STATEMENT_TWICE, frames.doubled(statement).bytes());
        add(BundleFault.STATEMENT_ORDER, frames.swapped(statement, statement + 1).bytes());
        add(BundleFault.PARENT_MISSING, frames.without(statement).bytes());
        add(BundleFault.TABLE_ORDER, frames.swapped(table, table + 1).bytes());
        add(BundleFault.TABLE_MISSING, frames.swapped(table, block).bytes());
        add(BundleFault.OBJECT_ORDER, frames.swapped(block, block + 1).bytes());
        add(BundleFault.OBJECT_MISSING, frames.without(note - 1).bytes());
        add(TrustFault.CERTIFICATE_TWICE, frames.doubled(certificate).bytes());
        add(TrustFault.NOT_ENROLLED, frames.without(certificate).bytes());
        Bytes version = frames.all().get(statement).bytes();
        add(BundleFault.CERTIFICATE_KIND, certified(Envelope.read(version)));
    }

    /// A statement among the certificates, signed by the office.
    private Bytes certified(Envelope statement) throws RefusedException, IOException {
        var more = new World();
        more.certificates.add(
                more.sign(more.office, new Decision.Withdraw(statement.payload().digest())));
        more.certify(more.ada, "Ada", Role.READER);
        more.state(more.ada, Samples.version(List.of(), List.of()));
        var frame = new Frame(FrameType.CERTIFICATE, more.certificates.getFirst().bytes());
        var rest = new ArrayList<Frame>(List.of(frame));
        rest.addAll(frames.all());
        return new Frames(rest).bytes();
    }

    private void proofs() throws IOException, RefusedException {
        int at = frames.place(FrameType.PROOF, 1);
        int note = frames.place(FrameType.CHECKPOINT, 0);
        SignedNote old = SignedNote.sign(world.checkpoint(4).text(), World.ORIGIN, world.logKey);
        add(LogFault.PROOF_WRONG, frames.with(at, Frames.flip(-1)).bytes());
        add(LogFault.PROOF_UNASKED, frames.with(at, Frames.flip(3)).bytes());
        add(LogFault.PROOF_TWICE, frames.doubled(at).bytes());
        add(LogFault.PROOF_FORMAT, frames.with(at, b -> b.slice(0, 40)).bytes());
        add(
                LogFault.PROOF_LENGTH,
                frames.with(
                                at,
                                b -> {
                                    byte[] shorter = b.slice(0, b.length() - 32).toArray();
                                    shorter[48]--;
                                    return Bytes.handedOver(shorter);
                                })
                        .bytes());
        add(LogFault.CHECKPOINT_MISSING, frames.without(note).bytes());
        add(LogFault.CHECKPOINT_OLD, frames.with(note, _ -> old.bytes()).bytes());
        add(
                LogFault.CHECKPOINT_ORIGIN,
                frames.with(note, b -> Bytes.utf8(b.toUtf8().replace("north", "south"))).bytes());
    }

    private interface Change {
        void of(World world) throws RefusedException;
    }

    private void with(Refusal reason, Change change) throws RefusedException, IOException {
        World other = World.usual();
        change.of(other);
        add(reason, other.bundle());
    }

    private void statements() throws RefusedException, IOException {
        with(
                TrustFault.ROLE,
                w -> w.state(w.ada, new Decision.Review(id(w, 1), Decision.Verdict.ACCEPTED)));
        with(
                TrustFault.OWN_WORK,
                w -> w.state(w.cleo, new Decision.Review(id(w, 4), Decision.Verdict.ACCEPTED)));
        with(
                BundleFault.PARENT_KIND,
                w -> w.state(w.cleo, new Decision.Review(id(w, 2), Decision.Verdict.ACCEPTED)));
        with(
                BundleFault.KEY_FORKED,
                w -> {
                    Heading again = Samples.heading(w.ada.key().id(), 2, Optional.of(id(w, 0)));
                    w.statements.add(w.sign(w.ada, again, Samples.version(List.of(), List.of())));
                });
        with(
                BundleFault.SEQUENCE_GAP,
                w -> {
                    Heading skips =
                            Samples.heading(
                                    w.ada.key().id(), 3, Optional.of(Samples.digest("nothing")));
                    w.statements.add(w.sign(w.ada, skips, Samples.version(List.of(), List.of())));
                });
        with(
                BundleFault.IMAGE_CHANGED,
                w -> {
                    Version v = Samples.version(List.of(id(w, 0)), List.of());
                    w.state(
                            w.ada,
                            new Version(
                                    v.reading(),
                                    v.task(),
                                    new ImageBinding(Samples.digest("other"), v.image().geometry()),
                                    v.layers(),
                                    v.parents(),
                                    v.guideline(),
                                    v.ontology(),
                                    1));
                });
        with(
                TrustFault.REVOKED,
                w ->
                        w.certificates.add(
                                w.sign(
                                        w.office,
                                        new KeyContent.Revocation(
                                                w.ada.key().id(),
                                                KeyContent.Cause.LOST,
                                                Optional.empty()))));
        with(
                TrustFault.REVOCATION_SIGNER,
                w ->
                        w.certificates.add(
                                w.sign(
                                        w.ben,
                                        new KeyContent.Revocation(
                                                w.ada.key().id(),
                                                KeyContent.Cause.LEFT,
                                                Optional.empty()))));
        with(
                TrustFault.ROTATION_PERSON,
                w -> {
                    var rotation =
                            new KeyContent.Rotation(w.ada.key().id(), w.ben.key().id(), World.NOW);
                    Bytes payload = new Statement(w.heading(w.ada), rotation).bytes();
                    w.certificates.add(
                            Envelope.sign(Statement.PAYLOAD_TYPE, payload, List.of(w.ada, w.ben)));
                });
        with(
                TrustFault.ROTATION_SIGNERS,
                w -> {
                    var rotation =
                            new KeyContent.Rotation(w.ada.key().id(), w.ben.key().id(), World.NOW);
                    Bytes payload = new Statement(w.heading(w.ben), rotation).bytes();
                    w.certificates.add(
                            Envelope.sign(Statement.PAYLOAD_TYPE, payload, List.of(w.ben)));
                });
    }

    /// A table that says of its first block that it is a byte longer, in a bundle whose names are all right.
    private void lengths() throws RefusedException, IOException {
        World other = new World();
        other.certify(other.ada, "Ada", Role.READER);
        Layer layer = other.layer(50);
        StoredObject table =
                other.objects
                        .find(((SlabEntry.Listed) layer.slabs().getFirst()).table())
                        .orElseThrow();
        SlabTable read = SlabTable.of(table, layer.shape(), 0);
        var entries =
                read.entries().stream()
                        .map(
                                entry ->
                                        entry instanceof BlockEntry.Stored(var o, var c, int length)
                                                ? new BlockEntry.Stored(o, c, length + 1)
                                                : entry)
                        .toList();
        StoredObject longer = new SlabTable(layer.shape(), 0, entries).toObject();
        other.objects.put(longer);
        var slabs = new ArrayList<SlabEntry>(layer.slabs());
        slabs.set(0, new SlabEntry.Listed(longer.digest()));
        other.state(
                other.ada,
                Samples.version(
                        List.of(),
                        List.of(new Layer(layer.kind(), layer.shape(), slabs, layer.segments()))));
        add(BundleFault.OBJECT_LENGTH, other.bundle());
    }

    private static Digest id(World world, int statement) {
        return world.statements.get(statement).payload().digest();
    }
}
