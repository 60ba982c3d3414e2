// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.envelope.PublicKey;
import org.overread.sync.bundle.object.BlockCodec;
import org.overread.sync.bundle.object.LayerShape;
import org.overread.sync.bundle.object.LayerWriter;
import org.overread.sync.bundle.object.ValueType;
import org.overread.sync.bundle.statement.Decision;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Kind;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Reference;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.bundle.statement.RuleContent;
import org.overread.sync.bundle.statement.Samples;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.log.SignedNote;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.NamedKey;
import org.overread.sync.trust.TrustRoot;

/// A bundle that has something of everything: each kind of statement and one of a kind unknown here, two roots, a rotation, a
/// revocation, all three codecs, uniform blocks and slabs, both types of values, confidence, and a witness.
public final class RichWorld {
    private final World world = new World();
    private final Ed25519Secret fresh = World.secret(11);
    private final Ed25519Secret lead = World.secret(12);
    private final Ed25519Secret owner = World.secret(13);
    private final Ed25519Secret witness = World.secret(14);

    public RichWorld() throws RefusedException, IOException {
        certificates();
        statements();
        world.log();
    }

    /// What is believed to begin with.
    public Envelope root() throws RefusedException {
        return root(1, world.rootKey).sign(List.of(world.rootKey));
    }

    /// The digests of all statements, those about keys first.
    public List<Digest> ids() {
        var ids = new ArrayList<Digest>();
        world.certificates.forEach(one -> ids.add(one.payload().digest()));
        world.statements.forEach(one -> ids.add(one.payload().digest()));
        return ids;
    }

    public Bytes bundle() throws RefusedException, IOException {
        TrustRoot later = root(2, world.stranger);
        SignedNote note = world.note().cosign("south", 1_795_276_800, witness);
        var out = new ByteArrayOutputStream();
        new BundleWriter(
                        List.of(root(), later.sign(List.of(world.rootKey, world.stranger))),
                        world.certificates,
                        world.statements,
                        Optional.of(note),
                        world.proofs())
                .write(out, world.objects);
        return Bytes.handedOver(out.toByteArray());
    }

    private TrustRoot root(long version, Ed25519Secret key) {
        return new TrustRoot(
                version,
                "north-trial",
                Instant.parse("2030-01-01T00:00:00Z"),
                1,
                List.of((PublicKey) key.key()),
                List.of(world.office.key()),
                List.of(),
                List.of(new NamedKey(World.ORIGIN, world.logKey.key())),
                List.of(new NamedKey("south", witness.key())),
                1);
    }

    private void certificates() throws RefusedException {
        world.certify(world.ada, "Ada", Role.READER);
        world.certify(fresh, "Ada", Role.READER);
        world.certify(world.ben, "Ben", Role.READER);
        world.certify(world.cleo, "Cleo", Role.REVIEWER, Role.ADJUDICATOR);
        world.certify(lead, "Dana", Role.REVIEWER, Role.DATA_LEAD);
        world.certify(owner, "Eli", Role.GUIDELINE_OWNER);
        world.certificates.add(
                world.sign(
                        world.office,
                        new KeyContent.Revocation(
                                World.secret(15).key().id(),
                                KeyContent.Cause.COMPROMISED,
                                Optional.of(2L))));
    }

    private void statements() throws RefusedException, IOException {
        Digest a = world.state(world.ada, Samples.version(List.of(), small()));
        Digest b = world.state(world.ben, Samples.version(List.of(), List.of(wide())));
        world.state(world.ada, new Decision.Submit(a));
        world.state(world.ben, new Decision.Submit(b));
        rotation();
        Digest c = world.state(world.cleo, Samples.version(List.of(a, b), small()));
        world.state(world.cleo, new Decision.Adjudicate(List.of(a, b), c));
        Envelope review =
                world.sign(lead, new Decision.Review(c, Decision.Verdict.ACCEPTED));
        world.statements.add(review.cosigned(owner));
        world.state(lead, new Decision.Unblind(List.of(a, b), Decision.Moment.AFTER_SUBMIT));
        world.state(lead, new Decision.Release("set-1", List.of(c)));
        world.state(world.ben, new Decision.Withdraw(b));
        world.state(
                owner,
                new RuleContent.GuidelineRelease(
                        new Reference("liver", "4", Samples.digest("g4")),
                        Optional.of(Samples.digest("g3")),
                        Optional.empty()));
        world.state(
                lead,
                new RuleContent.Policy(
                        1, List.of(new RuleContent.Rule(Kind.REVIEW, List.of(Role.REVIEWER), 1))));
        world.statements.add(unknown());
    }

    private void rotation() throws RefusedException {
        var rotation =
                new KeyContent.Rotation(
                        world.ada.key().id(), fresh.key().id(), Instant.parse("2026-12-01T00:00:00Z"));
        world.certificates.add(world.sign(world.ada, rotation).cosigned(fresh));
    }

    /// Of a kind that this version of the program does not know.
    private Envelope unknown() throws RefusedException {
        Bytes payload =
                Bytes.utf8(
                        world.sign(world.ben, new Decision.Withdraw(Samples.digest("x")))
                                .payload()
                                .toUtf8()
                                .replace("statement/withdraw/v1", "statement/withdraw/v2"));
        return Envelope.sign(Statement.PAYLOAD_TYPE, payload, List.of(world.ben));
    }

    /// 66 x 65 x 3: wide values with a block of each codec, narrow ones, and confidence that is all one value.
    private List<Layer> small() throws IOException {
        return List.of(
                layer(Layer.Kind.LABELS, new LayerShape(66, 65, 3, ValueType.U16), 1),
                layer(Layer.Kind.LABELS, new LayerShape(66, 65, 3, ValueType.U8), 0),
                layer(Layer.Kind.CONFIDENCE, new LayerShape(66, 65, 3, ValueType.U8), 2));
    }

    /// 4096 x 65 x 1: two slabs, of which one is of one value.
    private Layer wide() throws IOException {
        return layer(Layer.Kind.LABELS, new LayerShape(4096, 65, 1, ValueType.U8), 3);
    }

    private Layer layer(Layer.Kind kind, LayerShape shape, int pattern) throws IOException {
        var writer = new LayerWriter(shape, world.objects);
        var codec = new BlockCodec();
        var random = new Random(pattern);
        for (int block = 0; block < shape.blocks(); block++) {
            var size = shape.block(block);
            byte[] values = new byte[size.bytes()];
            for (int n = 0; n < size.values(); n++) {
                put(values, n, shape.type(), value(pattern, block, n, random));
            }
            writer.put(block, values, codec);
        }
        return new Layer(
                kind,
                shape,
                writer.end(),
                kind == Layer.Kind.LABELS ? List.of(Samples.segment(1, "Liver")) : List.of());
    }

    private static int value(int pattern, int block, int n, Random random) {
        return switch (pattern) {
            case 0 -> n < 30 ? 1 : 0;
            case 1 ->
                    switch (block) {
                        case 0 -> n % 64 < 20 + n / 64 % 7 ? 1 : n % 3000 == 0 ? 40_000 : 0;
                        case 1 -> 300;
                        case 2 -> n < 100 ? 258 : 0;
                        default -> random.nextInt(1 << 16);
                    };
            case 2 -> 204;
            default -> block < 64 ? 7 : block % 2;
        };
    }

    private static void put(byte[] values, int n, ValueType type, int value) {
        if (type == ValueType.U8) {
            values[n] = (byte) value;
        } else {
            values[2 * n] = (byte) value;
            values[2 * n + 1] = (byte) (value >>> 8);
        }
    }
}
