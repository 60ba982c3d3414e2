// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.sync.store.Sample.READING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.store.Sample;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.Tables;

/// One bit of the file turns over. Either the check finds it, or it lies where nothing is kept: then every cell of every
/// table reads as before.
final class RotTest {
    private static final int FLIPS = Integer.getInteger("fault.flips", 150);

    @TempDir private Path folder;

    @Test
    void everyFlippedBitIsFoundOrDoesNotMatter(TestReporter reporter) throws IOException {
        Path file = folder.resolve("w.db");
        try (var workspace = Sample.begun(file)) {
            var voxels = new byte[3000];
            for (int n = 1; n <= 60; n++) {
                new Random(n).nextBytes(voxels);
                workspace.journal().made(READING, Sample.stroke(n, Bytes.of(voxels)));
            }
            var made = Sample.labels(1, 2, 3);
            workspace.versions().commit(Sample.statement(made), made.objects());
        }
        byte[] bytes = Files.readAllBytes(file);
        List<String> content = content(file);
        var random = new Random(Long.getLong("fault.seed", 20261121));
        int found = 0;
        int harmless = 0;
        var missed = new ArrayList<Integer>();
        for (int n = 0; n < FLIPS; n++) {
            int bit = random.nextInt(bytes.length * 8);
            byte[] rotten = bytes.clone();
            rotten[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, rotten);
            if (isFound(file)) {
                found++;
            } else if (content(file).equals(content)) {
                harmless++;
            } else {
                missed.add(bit);
            }
        }
        reporter.publishEntry(
                "bit rot",
                String.format(
                        Locale.ROOT,
                        "bit rot: %d flips, %d found, %d where nothing is kept, %d missed",
                        FLIPS,
                        found,
                        harmless,
                        missed.size()));
        assertEquals(List.of(), missed);
        assertTrue(found > FLIPS / 20, "too few flips met data: " + found);
    }

    @Test
    void everyFlippedBitOfAnObjectIsFound() throws IOException {
        Path file = folder.resolve("w.db");
        var made = Sample.labels(1, 2, 3);
        try (var workspace = Sample.begun(file)) {
            workspace.versions().commit(Sample.statement(made), made.objects());
        }
        byte[] bytes = Files.readAllBytes(file);
        var random = new Random(5);
        for (var object : made.objects()) {
            byte[] wanted = object.bytes().toArray();
            int at = indexOf(bytes, wanted);
            if (at < 0) {
                continue; // it lies on more than one page
            }
            byte[] rotten = bytes.clone();
            rotten[at + random.nextInt(wanted.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, rotten);
            try (Workspace workspace = Sample.open(file)) {
                assertTrue(
                        Checkup.full(workspace.database())
                                .findings()
                                .contains(new Finding.ChangedObject(object.digest())));
            }
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            int n = 0;
            while (n < wanted.length && bytes[at + n] == wanted[n]) {
                n++;
            }
            if (n == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isFound(Path file) throws IOException {
        return switch (Workspace.open(file, Sample.session())) {
            case WorkspaceOpening.Open(Workspace workspace) -> {
                try (workspace) {
                    yield !Checkup.full(workspace.database()).isSound();
                } catch (StoreException e) {
                    yield true;
                }
            }
            case WorkspaceOpening.ReadOnly(Workspace workspace, _) -> {
                workspace.close();
                yield false;
            }
            case WorkspaceOpening.Damaged _ -> true;
            case WorkspaceOpening.Refused _ -> true;
        };
    }

    private static List<String> content(Path file) throws IOException {
        try (Workspace workspace = Sample.open(file)) {
            return workspace
                    .database()
                    .read(
                            sql -> {
                                var rows = new ArrayList<String>();
                                for (String table : Tables.ALL) {
                                    sql.forEach(
                                            "SELECT * FROM " + table + " ORDER BY id",
                                            row -> rows.add(table + row.bytes("seal").toHex()));
                                }
                                return rows;
                            });
        }
    }
}
