// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.overread.sync.store.fault.Recording.Op;

/// A disk that keeps what was synced, and of what was not, in a power cut, keeps some, loses some, and tears some at
/// sectors, in no order.
final class Disk {
    private static final int SECTOR = 512;

    /// What is on the platter.
    private final Map<String, byte[]> kept = new HashMap<>();

    /// What is in the cache, a file at a time.
    private final Map<String, List<Op>> cached = new HashMap<>();

    private final Set<String> files;

    /// `files` are those by these names; what else is synced is their folder, which makes removals durable.
    Disk(Set<String> files) {
        this.files = files;
    }

    void take(Op op) {
        switch (op) {
            case Op.Write write -> cache(write.file(), op);
            case Op.Truncate truncate -> cache(truncate.file(), op);
            case Op.Remove remove -> cache(remove.file(), op);
            case Op.Sync(String folder) when !files.contains(folder) -> removeForGood();
            case Op.Sync(String file) -> {
                byte[] content = kept.get(file);
                var removals = new ArrayList<Op>(); // of names: the folder's, not the file's
                for (Op waiting : cached.getOrDefault(file, List.of())) {
                    if (waiting instanceof Op.Remove) {
                        removals.add(waiting);
                    } else {
                        content = apply(content, waiting);
                    }
                }
                put(kept, file, content);
                cached.put(file, removals);
            }
            case Op.Tell _ -> {}
        }
    }

    private void removeForGood() {
        for (var waiting : cached.entrySet()) {
            List<Op> ops = waiting.getValue();
            int last = ops.size() - 1;
            while (last >= 0 && !(ops.get(last) instanceof Op.Remove)) {
                last--;
            }
            if (last >= 0) {
                kept.remove(waiting.getKey());
                ops.subList(0, last + 1).clear();
            }
        }
    }

    private void cache(String file, Op op) {
        cached.computeIfAbsent(file, _ -> new ArrayList<>()).add(op);
    }

    /// How many calls are not durable yet.
    int waiting() {
        return cached.values().stream().mapToInt(List::size).sum();
    }

    /// The power goes: writes what the disk has then.
    void powerCut(Path folder, Random random) throws IOException {
        var files = new HashMap<>(kept);
        for (var waiting : cached.entrySet()) {
            byte[] content = files.get(waiting.getKey());
            var ops = new ArrayList<>(waiting.getValue());
            ops.removeIf(_ -> random.nextBoolean());
            for (Op op : ops) {
                content =
                        op instanceof Op.Write write && random.nextInt(5) == 0
                                ? torn(content, write, random)
                                : apply(content, op);
            }
            put(files, waiting.getKey(), content);
        }
        for (var file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static void put(Map<String, byte[]> files, String file, byte[] content) {
        if (content == null) {
            files.remove(file);
        } else {
            files.put(file, content);
        }
    }

    private static byte[] apply(byte[] content, Op op) {
        return switch (op) {
            case Op.Write write -> written(content, write.at(), write.data().bytes);
            case Op.Truncate(_, long length) ->
                    Arrays.copyOf(content == null ? new byte[0] : content, (int) length);
            case Op.Remove _ -> null;
            case Op.Sync _ -> content;
            case Op.Tell _ -> content;
        };
    }

    private static byte[] written(byte[] content, long at, byte[] data) {
        byte[] old = content == null ? new byte[0] : content;
        byte[] now = Arrays.copyOf(old, (int) Math.max(old.length, at + data.length));
        System.arraycopy(data, 0, now, (int) at, data.length);
        return now;
    }

    /// Each sector arrives or does not.
    private static byte[] torn(byte[] content, Op.Write write, Random random) {
        byte[] data = write.data().bytes;
        byte[] now = content;
        int from = 0;
        while (from < data.length) {
            long place = write.at() + from;
            int to = (int) Math.min(data.length, from + SECTOR - place % SECTOR);
            if (random.nextBoolean()) {
                now = written(now, place, Arrays.copyOfRange(data, from, to));
            }
            from = to;
        }
        return now;
    }
}
