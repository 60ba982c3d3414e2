// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.refusal.LogFault;
import org.overread.sync.refusal.Refused;
import org.overread.sync.refusal.RefusedException;

final class VerifiableLogTest {
    private static final String ORIGIN = "north.example/log";
    private static final Ed25519Secret KEY = secret(1);

    @TempDir private Path folder = Path.of("");

    static Ed25519Secret secret(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return Ed25519Secret.ofSeed(seed);
    }

    private static List<Bytes> entries(int from, int count) {
        var entries = new ArrayList<Bytes>();
        for (int n = from; n < from + count; n++) {
            entries.add(Bytes.utf8("entry " + n));
        }
        return entries;
    }

    private static Digest root(int size) {
        var tree = new TreeHash.Growing();
        entries(0, size).forEach(entry -> tree.add(TreeHash.leaf(entry)));
        return tree.root();
    }

    @Test
    void tilesLieWhereTheLayoutSays() {
        assertEquals("tile/0/x001/x234/067", new TilePath(0, 1234067, 256).text());
        assertEquals("tile/1/000.p/3", new TilePath(1, 0, 3).text());
        assertEquals("tile/entries/x001/000.p/255", new TilePath(-1, 1000, 255).text());
    }

    @Test
    void aLogOfTilesHasTheRootsOfTheTreeWhateverItsBatches() throws IOException, RefusedException {
        var log = new VerifiableLog(ORIGIN, new FileTiles(folder));
        var random = new Random(3);
        int size = 0;
        while (size < 1200) {
            int batch = 1 + random.nextInt(300);
            assertEquals(size, log.append(entries(size, batch), KEY));
            size += batch;
            assertEquals(new Checkpoint(ORIGIN, size, root(size)), log.checkpoint());
        }
        for (int turn = 0; turn < 100; turn++) {
            int index = random.nextInt(size);
            assertEquals("entry " + index, log.entry(index).toUtf8());
            Proofs.checkInclusion(
                    TreeHash.leaf(log.entry(index)),
                    index,
                    size,
                    root(size),
                    Proofs.inclusion(index, size, log.nodes(size)));
            int before = 1 + random.nextInt(size);
            Proofs.checkConsistency(
                    before,
                    root(before),
                    size,
                    root(size),
                    Proofs.consistency(before, size, log.nodes(size)));
        }
        assertEquals(size, log.check(LogWatch.NONE));
    }

    @Test
    void sixtyFiveThousandEntriesReachTheThirdLevel() throws IOException, RefusedException {
        var log = new VerifiableLog(ORIGIN, new Memory());
        log.append(entries(0, 65_000), KEY);
        log.append(entries(65_000, 1_000), KEY);
        assertEquals(root(66_000), log.checkpoint().root());
        Proofs.checkInclusion(
                TreeHash.leaf(Bytes.utf8("entry 65535")),
                65_535,
                66_000,
                root(66_000),
                Proofs.inclusion(65_535, 66_000, log.nodes(66_000)));
    }

    /// Dies at every single write in turn, then goes on: nothing that was acknowledged is lost, nothing half is seen.
    @Test
    void aLogThatDiesAtAnyWriteIsAsItWasBefore() throws IOException, RefusedException {
        for (int deathAt = 0; deathAt < 14; deathAt++) {
            var memory = new Memory();
            var log = new VerifiableLog(ORIGIN, memory);
            log.append(entries(0, 250), KEY);
            memory.writesLeft = deathAt;
            boolean died = false;
            try {
                log.append(entries(250, 300), KEY);
            } catch (IOException _) {
                died = true;
            }
            assertEquals(deathAt < 8, died, "writes " + deathAt);
            memory.writesLeft = Integer.MAX_VALUE;
            var again = new VerifiableLog(ORIGIN, memory);
            assertEquals(died ? 250 : 550, again.check(LogWatch.NONE));
            int from = died ? 250 : 550;
            again.append(entries(from, 20), KEY);
            assertEquals(root(from + 20), again.checkpoint().root());
            assertEquals(from + 20, again.check(LogWatch.NONE));
        }
    }

    @Test
    void everyChangedByteOfTheFilesIsFound() throws IOException, RefusedException {
        var log = new VerifiableLog(ORIGIN, new FileTiles(folder));
        log.append(entries(0, 300), KEY);
        List<Path> files;
        try (var all = Files.walk(folder)) {
            files =
                    all.filter(Files::isRegularFile)
                            .filter(f -> !f.endsWith("checkpoint") && !f.endsWith("lock"))
                            .toList();
        }
        assertTrue(files.size() >= 4, "files " + files.size());
        var random = new Random(8);
        for (Path file : files) {
            byte[] good = Files.readAllBytes(file);
            for (int turn = 0; turn < 20; turn++) {
                byte[] bad = good.clone();
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, bad);
                assertThrows(RefusedException.class, () -> log.check(LogWatch.NONE), file.toString());
            }
            Files.write(file, good);
        }
        assertEquals(300, log.check(LogWatch.NONE));
    }

    @Test
    void anEmptyLogAndAForeignHeadAreTold() throws IOException, RefusedException {
        var memory = new Memory();
        var log = new VerifiableLog(ORIGIN, memory);
        assertEquals(new Checkpoint(ORIGIN, 0, TreeHash.EMPTY), log.checkpoint());
        log.append(entries(0, 1), KEY);
        Refused.with(
                LogFault.CHECKPOINT_ORIGIN,
                () -> new VerifiableLog("other.example/log", memory).checkpoint());
        Refused.with(
                LogFault.ENTRY_TOO_LARGE,
                () -> log.append(List.of(Bytes.of(new byte[65_536])), KEY));
        Refused.with(LogFault.PROOF_INDEX, () -> log.entry(1));
    }

    private static final class Memory implements TileStore {
        @Override
        public Hold hold() {
            return () -> {};
        }

        private final Map<String, Bytes> files = new HashMap<>();
        private int writesLeft = Integer.MAX_VALUE;

        @Override
        public Optional<Bytes> tile(TilePath path) {
            return Optional.ofNullable(files.get(path.text()));
        }

        @Override
        public void put(TilePath path, Bytes bytes) throws IOException {
            write(path.text(), bytes);
        }

        @Override
        public Optional<Bytes> head() {
            return Optional.ofNullable(files.get("checkpoint"));
        }

        @Override
        public void setHead(Bytes checkpoint) throws IOException {
            write("checkpoint", checkpoint);
        }

        private void write(String name, Bytes bytes) throws IOException {
            if (writesLeft-- <= 0) {
                throw new IOException("died");
            }
            files.put(name, bytes);
        }
    }

    @Test
    void whoStopsAnAppendLeavesTheLogAsItWas() throws IOException, RefusedException {
        var log = new VerifiableLog(ORIGIN, new FileTiles(folder));
        log.append(entries(0, 300), KEY);
        Bytes before = log.head().orElseThrow().bytes();
        List<Long> seen = new ArrayList<>();
        int all = 0;
        while (true) { // stopped at each place where it asks, until it is through
            int stop = all++;
            seen.clear();
            try {
                log.appendNew(
                        entries(0, 1400),
                        KEY,
                        (done, whole) -> {
                            assertTrue(done <= whole, done + " of " + whole);
                            seen.add(done);
                            return seen.size() <= stop;
                        });
                break;
            } catch (InterruptedIOException e) {
                assertEquals(before, log.head().orElseThrow().bytes());
                assertEquals(300, log.check(LogWatch.NONE));
            }
        }
        assertTrue(all > 10, "stopped " + all + " times");
        assertEquals(seen.stream().sorted().toList(), seen, "progress only grows");
        assertEquals(1100, seen.getLast());
        assertEquals(1400, log.check(LogWatch.NONE));
        assertEquals(root(1400), log.checkpoint().root());
    }
}
