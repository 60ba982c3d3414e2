// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.object.BlockEntry;
import org.overread.sync.bundle.object.ObjectSource;
import org.overread.sync.bundle.object.SlabEntry;
import org.overread.sync.bundle.object.SlabTable;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.statement.Decision;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.RuleContent;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.StatementOrOpaque;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.log.SignedNote;
import org.overread.sync.refusal.ObjectFault;
import org.overread.sync.refusal.RefusedException;

/// Writes a bundle: puts everything into its one order and fetches each table and block once.
///
/// @param roots versions of the root of trust, ascending; may be empty
/// @param certificates what is stated about keys
/// @param statements everything that the bundle is about, and all that it builds upon
/// @param checkpoint the log's head and the proofs under it
public record BundleWriter(
        List<Envelope> roots,
        List<Envelope> certificates,
        List<Envelope> statements,
        Optional<SignedNote> checkpoint,
        List<LogProof> proofs) {
    public BundleWriter {
        roots = List.copyOf(roots);
        certificates = List.copyOf(certificates);
        statements = List.copyOf(statements);
        proofs = List.copyOf(proofs);
    }

    private record Item(Envelope envelope, Digest id, StatementOrOpaque statement, int rank) {}

    /// Writes to a stream, which the caller buffers and closes. Nothing is checked that a reader would check: what is put
    /// in is this program's own.
    ///
    /// @return bytes written
    public long write(OutputStream out, ObjectSource objects) throws IOException, RefusedException {
        var frames = new FrameWriter(out);
        for (Envelope root : roots) {
            frames.write(FrameType.ROOT, root.bytes());
        }
        for (Item item : ordered(certificates, BundleWriter::rankOfKind)) {
            frames.write(FrameType.CERTIFICATE, item.envelope().bytes());
        }
        List<Item> items = ordered(statements, generations());
        for (Item item : items) {
            frames.write(FrameType.STATEMENT, item.envelope().bytes());
        }
        writeObjects(items, objects, frames);
        if (checkpoint.isPresent()) {
            frames.write(FrameType.CHECKPOINT, checkpoint.get().bytes());
            for (LogProof proof :
                    proofs.stream().sorted(Comparator.comparing(LogProof::statement)).toList()) {
                frames.write(FrameType.PROOF, proof.bytes());
            }
        }
        return frames.end();
    }

    private static void writeObjects(List<Item> items, ObjectSource objects, FrameWriter frames)
            throws IOException, RefusedException {
        Set<Digest> tables = new LinkedHashSet<>();
        Set<Digest> blocks = new LinkedHashSet<>();
        for (Item item : items) {
            if (item.statement() instanceof StatementOrOpaque.Known(Statement statement)
                    && statement.content() instanceof Version version) {
                for (Layer layer : version.layers()) {
                    writeTables(layer, objects, frames, tables, blocks);
                }
            }
        }
        for (Digest block : blocks) {
            frames.write(FrameType.BLOCK, find(objects, block).bytes());
        }
    }

    private static void writeTables(
            Layer layer,
            ObjectSource objects,
            FrameWriter frames,
            Set<Digest> tables,
            Set<Digest> blocks)
            throws IOException, RefusedException {
        for (int slab = 0; slab < layer.slabs().size(); slab++) {
            if (layer.slabs().get(slab) instanceof SlabEntry.Listed(Digest digest)
                    && tables.add(digest)) {
                StoredObject object = find(objects, digest);
                frames.write(FrameType.TABLE, object.bytes());
                for (BlockEntry entry : SlabTable.of(object, layer.shape(), slab).entries()) {
                    if (entry instanceof BlockEntry.Stored stored) {
                        blocks.add(stored.object());
                    }
                }
            }
        }
    }

    private static StoredObject find(ObjectSource objects, Digest digest)
            throws IOException, RefusedException {
        return objects.find(digest).orElseThrow(() -> new RefusedException(ObjectFault.MISSING));
    }

    private interface Rank {
        int of(Digest id, StatementOrOpaque statement) throws RefusedException;
    }

    private static List<Item> ordered(List<Envelope> envelopes, Rank rank) throws RefusedException {
        var items = new ArrayList<Item>();
        for (Envelope envelope : envelopes) {
            Digest id = envelope.payload().digest();
            StatementOrOpaque statement = StatementOrOpaque.read(envelope.payload());
            items.add(new Item(envelope, id, statement, rank.of(id, statement)));
        }
        items.sort(Comparator.comparingInt(Item::rank).thenComparing(Item::id));
        return items;
    }

    private static int rankOfKind(Digest id, StatementOrOpaque statement) {
        if (!(statement instanceof StatementOrOpaque.Known(Statement known))) {
            return Integer.MAX_VALUE;
        }
        return switch (known.content()) {
            case KeyContent.Certificate _ -> 0;
            case KeyContent.Rotation _ -> 1;
            case KeyContent.Revocation _ -> 2;
            case Decision _, RuleContent _, Version _ -> Integer.MAX_VALUE;
        };
    }

    private Rank generations() throws RefusedException {
        Map<Digest, List<Digest>> upon = new HashMap<>();
        for (Envelope envelope : statements) {
            upon.put(
                    envelope.payload().digest(),
                    StatementOrOpaque.read(envelope.payload())
                                    instanceof StatementOrOpaque.Known(Statement statement)
                            ? statement.content().buildsUpon()
                            : List.of());
        }
        Map<Digest, Integer> known = new HashMap<>();
        return (id, _) -> generation(id, upon, known);
    }

    /// Digests name what was there before, so there are no cycles.
    private static int generation(
            Digest id, Map<Digest, List<Digest>> upon, Map<Digest, Integer> known) {
        var open = new ArrayDeque<Digest>(List.of(id)); // no recursion: histories are long
        while (!open.isEmpty()) {
            Digest top = open.getLast();
            List<Digest> others = upon.getOrDefault(top, List.of());
            others.stream().filter(other -> !known.containsKey(other)).forEach(open::addLast);
            if (top.equals(open.getLast())) {
                known.put(
                        top,
                        others.stream()
                                .mapToInt(other -> known.getOrDefault(other, 0) + 1)
                                .max()
                                .orElse(0));
                open.removeLast();
            }
        }
        return known.getOrDefault(id, 0);
    }
}
