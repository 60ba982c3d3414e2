// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.envelope.PublicKey;
import org.overread.sync.bundle.object.BlockCodec;
import org.overread.sync.bundle.object.LayerShape;
import org.overread.sync.bundle.object.LayerWriter;
import org.overread.sync.bundle.object.ObjectsInMemory;
import org.overread.sync.bundle.object.ValueType;
import org.overread.sync.bundle.statement.Content;
import org.overread.sync.bundle.statement.Decision;
import org.overread.sync.bundle.statement.Heading;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.bundle.statement.Samples;
import org.overread.sync.bundle.statement.SeenCheckpoint;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.log.Checkpoint;
import org.overread.sync.log.LogEntry;
import org.overread.sync.log.Proofs;
import org.overread.sync.log.SignedNote;
import org.overread.sync.log.TreeHash;
import org.overread.sync.log.TreeNodes;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.NamedKey;
import org.overread.sync.trust.TrustRoot;

/// A small organisation with keys made from numbers, so that everything is the same every time: two readers who marked one
/// case, a senior reader who decided between them, and a log.
public final class World {
    public static final Instant NOW = Instant.parse("2026-11-21T16:00:00Z");
    public static final String ORIGIN = "north.example/log";

    public final Ed25519Secret rootKey = secret(1);
    public final Ed25519Secret office = secret(2);
    public final Ed25519Secret logKey = secret(3);
    public final Ed25519Secret ada = secret(4);
    public final Ed25519Secret ben = secret(5);
    public final Ed25519Secret cleo = secret(6);
    public final Ed25519Secret stranger = secret(7);

    public final ObjectsInMemory objects = new ObjectsInMemory();
    public final List<Envelope> certificates = new ArrayList<>();
    public final List<Envelope> statements = new ArrayList<>();
    private final Map<Digest, Long> sequences = new HashMap<>();
    private final Map<Digest, Digest> previous = new HashMap<>();
    private final List<Digest> leaves = new ArrayList<>();
    private final Map<Digest, Integer> places = new HashMap<>();

    public static Ed25519Secret secret(int number) {
        byte[] seed = new byte[32];
        seed[31] = (byte) number;
        return Ed25519Secret.ofSeed(seed);
    }

    public TrustRoot root() {
        return root(1, List.of(rootKey), 1);
    }

    public TrustRoot root(long version, List<Ed25519Secret> keys, int threshold) {
        return new TrustRoot(
                version,
                "north-trial",
                Instant.parse("2030-01-01T00:00:00Z"),
                threshold,
                keys.stream().map(key -> (PublicKey) key.key()).toList(),
                List.of(office.key()),
                List.of(),
                List.of(new NamedKey(ORIGIN, logKey.key())),
                List.of());
    }

    public Heading heading(Ed25519Secret author) {
        Digest key = author.key().id();
        long sequence = sequences.merge(key, 1L, Long::sum);
        return Samples.heading(key, sequence, Optional.ofNullable(previous.get(key)));
    }

    public Envelope sign(Ed25519Secret author, Content content) throws RefusedException {
        return sign(author, heading(author), content);
    }

    public Envelope sign(Ed25519Secret author, Heading heading, Content content)
            throws RefusedException {
        Bytes bytes = new Statement(heading, content).bytes();
        previous.put(author.key().id(), bytes.digest());
        return Envelope.sign(Statement.PAYLOAD_TYPE, bytes, List.of(author));
    }

    public Envelope certify(Ed25519Secret key, String person, Role... roles)
            throws RefusedException {
        Envelope envelope = sign(office, certificate(key, person, roles));
        certificates.add(envelope);
        return envelope;
    }

    public static KeyContent.Certificate certificate(
            Ed25519Secret key, String person, Role... roles) {
        return new KeyContent.Certificate(
                key.key().encoded(),
                person,
                "North",
                List.of(roles),
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"));
    }

    public Digest state(Ed25519Secret author, Content content) throws RefusedException {
        Envelope envelope = sign(author, content);
        statements.add(envelope);
        return envelope.payload().digest();
    }

    /// A layer of two slabs with a ball of this radius.
    public Layer layer(int radius) {
        var shape = new LayerShape(300, 300, 200, ValueType.U8);
        var writer = new LayerWriter(shape, objects);
        var codec = new BlockCodec();
        try {
            for (int block = 0; block < shape.blocks(); block++) {
                writer.put(block, ball(shape, block, radius), codec);
            }
            return new Layer(
                    Layer.Kind.LABELS, shape, writer.end(), List.of(Samples.segment(1, "Liver")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ball(LayerShape shape, int block, int radius) {
        var size = shape.block(block);
        byte[] values = new byte[size.bytes()];
        int at = 0;
        for (int k = 0; k < size.depth(); k++) {
            for (int j = 0; j < size.height(); j++) {
                for (int i = 0; i < size.width(); i++) {
                    int x = shape.left(block) + i - 130;
                    int y = shape.top(block) + j - 120;
                    int z = shape.front(block) + k - 90;
                    values[at++] = (byte) (x * x + y * y + z * z <= radius * radius ? 1 : 0);
                }
            }
        }
        return values;
    }

    /// Two versions of one case, both handed in, and a decision between them.
    public static World usual() throws RefusedException {
        var world = new World();
        world.certify(world.ada, "Ada", Role.READER);
        world.certify(world.ben, "Ben", Role.READER);
        world.certify(world.cleo, "Cleo", Role.REVIEWER, Role.ADJUDICATOR);
        Digest a = world.state(world.ada, Samples.version(List.of(), List.of(world.layer(50))));
        Digest b = world.state(world.ben, Samples.version(List.of(), List.of(world.layer(53))));
        world.state(world.ada, new Decision.Submit(a));
        world.state(world.ben, new Decision.Submit(b));
        Digest c =
                world.state(world.cleo, Samples.version(List.of(a, b), List.of(world.layer(52))));
        world.state(world.cleo, new Decision.Adjudicate(List.of(a, b), c));
        return world;
    }

    /// One version with a small layer, and its submission, in the log: a bundle of a few kilobytes.
    public static World small() throws RefusedException {
        var world = new World();
        world.certify(world.ada, "Ada", Role.READER);
        var shape = new LayerShape(66, 8, 4, ValueType.U8);
        var writer = new LayerWriter(shape, world.objects);
        try {
            byte[] values = new byte[64 * 8 * 4];
            for (int n = 0; n < values.length; n++) {
                values[n] = (byte) (n % 64 > 20 && n % 64 < 40 ? 1 : 0);
            }
            writer.put(0, values, new BlockCodec());
            var layer =
                    new Layer(
                            Layer.Kind.LABELS,
                            shape,
                            writer.end(),
                            List.of(Samples.segment(1, "Liver")));
            Digest version = world.state(world.ada, Samples.version(List.of(), List.of(layer)));
            world.state(world.ada, new Decision.Submit(version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return world.log();
    }

    /// Whether these are statements of this world and no others.
    public boolean says(List<CheckedStatement> checked) {
        var own = statements.stream().map(envelope -> envelope.payload().digest()).toList();
        return checked.stream().allMatch(statement -> own.contains(statement.id()));
    }

    /// Puts everything stated so far and not yet there into the log.
    public World log() {
        for (List<Envelope> some : List.of(certificates, statements)) {
            for (Envelope envelope : some) {
                Digest id = envelope.payload().digest();
                if (!places.containsKey(id)) {
                    places.put(id, leaves.size());
                    leaves.add(LogEntry.of(envelope).leaf());
                }
            }
        }
        return this;
    }

    public Checkpoint checkpoint() {
        return checkpoint(leaves.size());
    }

    public Checkpoint checkpoint(int size) {
        try {
            return new Checkpoint(ORIGIN, size, Proofs.root(0, size, nodes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SeenCheckpoint seen() {
        return new SeenCheckpoint(leaves.size(), checkpoint().root());
    }

    private TreeNodes nodes() {
        return (level, index) -> {
            var tree = new TreeHash.Growing();
            int from = (int) (index << level);
            leaves.subList(from, from + (1 << level)).forEach(tree::add);
            return tree.root();
        };
    }

    public List<LogProof> proofs() {
        return proofs(leaves.size());
    }

    public List<LogProof> proofs(int size) {
        var proofs = new ArrayList<LogProof>();
        places.forEach(
                (id, place) -> {
                    try {
                        if (place < size) {
                            proofs.add(
                                    new LogProof(
                                            id,
                                            place,
                                            size,
                                            Proofs.inclusion(place, size, nodes())));
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return proofs;
    }

    public SignedNote note() throws RefusedException {
        return SignedNote.sign(checkpoint().text(), ORIGIN, logKey);
    }

    public BundleWriter writer() throws RefusedException {
        return new BundleWriter(
                List.of(),
                certificates,
                statements,
                leaves.isEmpty() ? Optional.empty() : Optional.of(note()),
                proofs());
    }

    public Bytes bundle() throws RefusedException, IOException {
        return write(writer());
    }

    public Bytes write(BundleWriter writer) throws RefusedException, IOException {
        var out = new ByteArrayOutputStream();
        writer.write(out, objects);
        return Bytes.handedOver(out.toByteArray());
    }

    public Verdict verify(Bytes bundle) {
        return verify(bundle, root(), Expectations.none(NOW));
    }

    public Verdict verify(Bytes bundle, TrustRoot root, Expectations expected) {
        try {
            return BundleVerifier.verify(
                    new ByteArrayInputStream(bundle.toArray()),
                    root,
                    expected,
                    BundleContents.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
