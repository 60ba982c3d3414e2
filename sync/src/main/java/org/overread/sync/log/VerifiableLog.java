// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Signer;
import org.overread.sync.refusal.LogFault;
import org.overread.sync.refusal.RefusedException;

/// A log over a store of tiles. What was appended counts once the head is set, which happens last; so a log that died in
/// between is as it was. One writer at a time, of whatever process, the others wait; any number of readers.
public final class VerifiableLog {
    public static final int LARGEST_ENTRY = 0xFFFF;

    private final String origin;
    private final TileStore store;

    public VerifiableLog(String origin, TileStore store) {
        this.origin = origin;
        this.store = store;
    }

    public String origin() {
        return origin;
    }

    /// The newest checkpoint as it is signed; empty for a log that has none yet.
    public Optional<SignedNote> head() throws IOException, RefusedException {
        Optional<Bytes> bytes = store.head();
        return bytes.isEmpty() ? Optional.empty() : Optional.of(SignedNote.read(bytes.get()));
    }

    /// The newest checkpoint, or that of the empty log.
    public Checkpoint checkpoint() throws IOException, RefusedException {
        Optional<SignedNote> head = head();
        if (head.isEmpty()) {
            return new Checkpoint(origin, 0, TreeHash.EMPTY);
        }
        Checkpoint checkpoint = Checkpoint.read(head.get().text());
        if (!checkpoint.origin().equals(origin)) {
            throw new RefusedException(LogFault.CHECKPOINT_ORIGIN);
        }
        return checkpoint;
    }

    /// Appends entries in their order and signs the new checkpoint.
    ///
    /// @return the place of the first one
    public long append(List<Bytes> entries, Signer signer) throws IOException, RefusedException {
        try (TileStore.Hold _ = store.hold()) {
            return appendHeld(entries, signer, LogWatch.NONE);
        }
    }

    /// Appends those entries that are not there yet. Reads the whole log for that.
    ///
    /// @return how many were appended
    /// @throws InterruptedIOException where the watch stopped it; the log is as it was
    public int appendNew(List<Bytes> entries, Signer signer, LogWatch watch)
            throws IOException, RefusedException {
        try (TileStore.Hold _ = store.hold()) {
            var fresh = new LinkedHashSet<Bytes>(entries);
            forEach((entry, _) -> fresh.remove(entry), () -> watch.goesOn(0, entries.size()));
            if (!fresh.isEmpty()) {
                appendHeld(List.copyOf(fresh), signer, watch);
            }
            return fresh.size();
        }
    }

    /// Adds a witness's word to the newest checkpoint, if that is the one the witness checked.
    public SignedNote cosign(Checkpoint checked, String name, long seconds, Signer witness)
            throws IOException, RefusedException {
        try (TileStore.Hold _ = store.hold()) {
            Optional<SignedNote> head = head();
            if (head.isEmpty() || !checkpoint().equals(checked)) {
                throw new RefusedException(LogFault.CHECKPOINT_OLD);
            }
            SignedNote cosigned = head.get().cosign(name, seconds, witness);
            store.setHead(cosigned.bytes());
            return cosigned;
        }
    }

    /// Where each entry is first.
    public Map<Bytes, Long> places() throws IOException, RefusedException {
        var places = new HashMap<Bytes, Long>();
        forEach(places::putIfAbsent, () -> true);
        return places;
    }

    /// All entries in their order; blocks for the disk.
    public List<Bytes> entries() throws IOException, RefusedException {
        var all = new ArrayList<Bytes>();
        forEach((entry, _) -> all.add(entry), () -> true);
        return all;
    }

    private void forEach(BiConsumer<Bytes, Long> take, BooleanSupplier goesOn)
            throws IOException, RefusedException {
        long size = checkpoint().size();
        for (long tile = 0; tile * TilePath.FULL < size; tile++) {
            require(goesOn.getAsBoolean());
            long index = tile * TilePath.FULL;
            for (Bytes entry : entries(tile, size)) {
                take.accept(entry, index++);
            }
        }
    }

    private static void require(boolean goesOn) throws InterruptedIOException {
        if (!goesOn) {
            throw new InterruptedIOException("stopped; the log is as it was");
        }
    }

    private long appendHeld(List<Bytes> entries, Signer signer, LogWatch watch)
            throws IOException, RefusedException {
        long before = checkpoint().size();
        long size = before + entries.size();
        var leaves = new ArrayList<Digest>();
        for (Bytes entry : entries) {
            if (entry.length() > LARGEST_ENTRY) {
                throw new RefusedException(LogFault.ENTRY_TOO_LARGE);
            }
            leaves.add(TreeHash.leaf(entry));
        }
        // halfway when the entries are written, the rest are the tiles above them
        writeEntries(before, entries, done -> watch.goesOn(done / 2, entries.size()));
        List<Digest> level = leaves;
        long from = before;
        for (int n = 0; !level.isEmpty(); n++) {
            int whole = entries.size();
            LongPredicate counts =
                    n == 0 ? done -> watch.goesOn((whole + done) / 2, whole) : _ -> true;
            writeTiles(n, from, level, counts);
            long to = (from + level.size()) / TilePath.FULL;
            level = aboveFullTiles(n, from / TilePath.FULL, to);
            from = from / TilePath.FULL;
        }
        var next = new Checkpoint(origin, size, Proofs.root(0, size, nodes(size)));
        store.setHead(SignedNote.sign(next.text(), origin, signer).bytes());
        return before;
    }

    private void writeEntries(long before, List<Bytes> entries, LongPredicate goesOn)
            throws IOException, RefusedException {
        int at = 0;
        for (long tile = before / TilePath.FULL; at < entries.size(); tile++) {
            int old = (int) Math.max(0, Math.min(TilePath.FULL, before - tile * TilePath.FULL));
            int fresh = Math.min(TilePath.FULL - old, entries.size() - at);
            var out = new ByteArrayOutputStream();
            if (old > 0) {
                find(new TilePath(TilePath.ENTRIES, tile, old)).writeTo(out);
            }
            for (Bytes entry : entries.subList(at, at + fresh)) {
                out.write(entry.length() >>> 8);
                out.write(entry.length());
                entry.writeTo(out);
            }
            store.put(
                    new TilePath(TilePath.ENTRIES, tile, old + fresh),
                    Bytes.handedOver(out.toByteArray()));
            at += fresh;
            require(goesOn.test(at));
        }
    }

    private void writeTiles(int level, long before, List<Digest> digests, LongPredicate goesOn)
            throws IOException, RefusedException {
        int at = 0;
        for (long tile = before / TilePath.FULL; at < digests.size(); tile++) {
            int old = (int) Math.max(0, Math.min(TilePath.FULL, before - tile * TilePath.FULL));
            int fresh = Math.min(TilePath.FULL - old, digests.size() - at);
            ByteBuffer out = ByteBuffer.allocate((old + fresh) * Digest.LENGTH);
            if (old > 0) {
                out.put(digests(new TilePath(level, tile, old)).buffer());
            }
            for (Digest digest : digests.subList(at, at + fresh)) {
                digest.write(out);
            }
            store.put(new TilePath(level, tile, old + fresh), Bytes.handedOver(out.array()));
            at += fresh;
            require(goesOn.test(at));
        }
    }

    /// The digests over full tiles.
    private List<Digest> aboveFullTiles(int level, long from, long to)
            throws IOException, RefusedException {
        var above = new ArrayList<Digest>();
        for (long tile = from; tile < to; tile++) {
            above.add(over(digests(new TilePath(level, tile, TilePath.FULL)), 0, TilePath.FULL));
        }
        return above;
    }

    private static Digest over(Bytes tile, int from, int count) {
        if (count == 1) {
            return Digest.read(tile.buffer().position(from * Digest.LENGTH));
        }
        int half = count / 2;
        return TreeHash.node(over(tile, from, half), over(tile, from + half, half));
    }

    /// The digests of full subtrees of the log when it had this size.
    public TreeNodes nodes(long size) {
        return (level, index) -> {
            int tileLevel = level / 8;
            int count = 1 << (level % 8);
            long first = index << (level % 8);
            long tile = first / TilePath.FULL;
            int width =
                    (int) Math.min(TilePath.FULL, (size >> (8 * tileLevel)) - tile * TilePath.FULL);
            try {
                Bytes digests = digests(new TilePath(tileLevel, tile, width));
                return over(digests, (int) (first % TilePath.FULL), count);
            } catch (RefusedException e) {
                throw new IOException(e.getMessage(), e);
            }
        };
    }

    /// The entry at a place.
    public Bytes entry(long index) throws IOException, RefusedException {
        long size = checkpoint().size();
        if (index < 0 || index >= size) {
            throw new RefusedException(LogFault.PROOF_INDEX);
        }
        return entries(index / TilePath.FULL, size).get((int) (index % TilePath.FULL));
    }

    private List<Bytes> entries(long tile, long size) throws IOException, RefusedException {
        int width = width(tile, size);
        ByteBuffer in = find(new TilePath(TilePath.ENTRIES, tile, width)).buffer();
        var entries = new ArrayList<Bytes>();
        while (in.hasRemaining()) {
            int length = in.remaining() < 2 ? -1 : in.getShort() & 0xFFFF;
            if (length < 0 || in.remaining() < length || entries.size() == width) {
                throw new RefusedException(LogFault.TILE);
            }
            byte[] entry = new byte[length];
            in.get(entry);
            entries.add(Bytes.handedOver(entry));
        }
        if (entries.size() != width) {
            throw new RefusedException(LogFault.TILE);
        }
        return entries;
    }

    private static int width(long tile, long size) {
        return (int) Math.min(TilePath.FULL, size - tile * TilePath.FULL);
    }

    /// Reads all entries and all tiles and compares them with each other and with the head.
    ///
    /// @return how many entries there are
    public long check(LogWatch watch) throws IOException, RefusedException {
        Checkpoint head = checkpoint();
        var above = new ArrayList<Digest>();
        for (long tile = 0; tile * TilePath.FULL < head.size(); tile++) {
            List<Digest> leaves = entries(tile, head.size()).stream().map(TreeHash::leaf).toList();
            checkTile(0, tile, leaves, above);
            require(watch.goesOn(tile * TilePath.FULL + leaves.size(), head.size()));
        }
        for (int level = 1; !above.isEmpty(); level++) {
            List<Digest> here = List.copyOf(above);
            above.clear();
            for (int from = 0; from < here.size(); from += TilePath.FULL) {
                int to = Math.min(here.size(), from + TilePath.FULL);
                checkTile(level, from / TilePath.FULL, here.subList(from, to), above);
            }
        }
        if (!Proofs.root(0, head.size(), nodes(head.size())).equals(head.root())) {
            throw new RefusedException(LogFault.DAMAGED);
        }
        return head.size();
    }

    private void checkTile(int level, long tile, List<Digest> expected, List<Digest> above)
            throws IOException, RefusedException {
        Bytes digests = digests(new TilePath(level, tile, expected.size()));
        ByteBuffer in = digests.buffer();
        for (Digest digest : expected) {
            if (!Digest.read(in).equals(digest)) {
                throw new RefusedException(LogFault.DAMAGED);
            }
        }
        if (expected.size() == TilePath.FULL) {
            above.add(over(digests, 0, TilePath.FULL));
        }
    }

    private Bytes digests(TilePath path) throws IOException, RefusedException {
        Bytes tile = find(path);
        if (tile.length() != path.width() * Digest.LENGTH) {
            throw new RefusedException(LogFault.TILE);
        }
        return tile;
    }

    private Bytes find(TilePath path) throws IOException, RefusedException {
        return store.tile(path).orElseThrow(() -> new RefusedException(LogFault.DAMAGED));
    }
}
