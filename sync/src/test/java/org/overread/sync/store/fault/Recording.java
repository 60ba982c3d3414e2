// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a process asked the system to do with the files of a workspace, in order, as strace wrote it down.
final class Recording {
    private static final Pattern CALL =
            Pattern.compile("^\\d+\\s+(\\w+)\\((.*)\\)\\s+= (-?\\d+).*$", Pattern.DOTALL);
    private static final String UNFINISHED = " <unfinished ...>";
    private static final String RESUMED = " resumed>";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    /// What strace is to write down.
    static final String CALLS =
            "trace=openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink,rename";

    /// One call. Files are by the last part of their names.
    sealed interface Op {
        record Write(String file, long at, Data data) implements Op {}

        record Sync(String file) implements Op {}

        record Truncate(String file, long length) implements Op {}

        record Remove(String file) implements Op {}

        record Tell(String line) implements Op {}
    }

    /// Bytes of a write.
    static final class Data {
        final byte[] bytes;

        Data(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    private final List<Op> ops = new ArrayList<>();
    private final Map<Integer, String> open = new HashMap<>();
    private final Map<String, String> begun = new HashMap<>();
    private final Set<String> files;

    private Recording(Set<String> files) {
        this.files = files;
    }

    /// Reads a log; calls on other files than those named are left out.
    static List<Op> read(Path log, Set<String> files) throws IOException {
        var recording = new Recording(files);
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            lines.forEach(recording::take);
        }
        return recording.ops;
    }

    /// A call that another thread's came between is written in two parts.
    private void take(String line) {
        String thread = line.substring(0, line.indexOf(' '));
        int cut = line.indexOf(UNFINISHED);
        if (cut >= 0) {
            begun.put(thread, line.substring(0, cut));
            return;
        }
        int resumed = line.indexOf(RESUMED);
        if (resumed >= 0 && begun.containsKey(thread)) {
            takeWhole(begun.remove(thread) + line.substring(resumed + RESUMED.length()));
        } else {
            takeWhole(line);
        }
    }

    private void takeWhole(String line) {
        Matcher call = CALL.matcher(line);
        if (!call.matches() || call.group(3).startsWith("-")) {
            return;
        }
        String arguments = call.group(2);
        switch (call.group(1)) {
            case "openat" -> open.put(Integer.parseInt(call.group(3)), name(arguments));
            case "pwrite64" -> {
                String[] end = arguments.substring(arguments.lastIndexOf('"') + 1).split(",", -1);
                file(arguments)
                        .ifPresent(
                                file ->
                                        ops.add(
                                                new Op.Write(
                                                        file,
                                                        Long.parseLong(end[2].strip()),
                                                        new Data(text(arguments)))));
            }
            case "write" -> {
                if (number(arguments) == 1) {
                    ops.add(
                            new Op.Tell(
                                    new String(text(arguments), StandardCharsets.UTF_8).strip()));
                }
            }
            case "fsync", "fdatasync" ->
                    file(arguments).ifPresent(file -> ops.add(new Op.Sync(file)));
            case "ftruncate" ->
                    file(arguments)
                            .ifPresent(
                                    file ->
                                            ops.add(
                                                    new Op.Truncate(
                                                            file,
                                                            Long.parseLong(
                                                                    arguments
                                                                            .substring(
                                                                                    arguments
                                                                                                    .indexOf(
                                                                                                            ',')
                                                                                            + 1)
                                                                            .strip()))));
            case "unlink" -> {
                if (files.contains(name(arguments))) {
                    ops.add(new Op.Remove(name(arguments)));
                }
            }
            default -> {}
        }
    }

    private Optional<String> file(String arguments) {
        return Optional.ofNullable(open.get(number(arguments))).filter(files::contains);
    }

    private static int number(String arguments) {
        Matcher number = NUMBER.matcher(arguments);
        return number.lookingAt() ? Integer.parseInt(number.group()) : -1;
    }

    private static String name(String arguments) {
        String path = new String(text(arguments), StandardCharsets.UTF_8);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static byte[] text(String arguments) {
        int from = arguments.indexOf('"');
        int to = arguments.indexOf('"', from + 1);
        if (from < 0 || to < 0) {
            return new byte[0];
        }
        String hex = arguments.substring(from + 1, to);
        var bytes = new byte[hex.length() / 4];
        for (int n = 0; n < bytes.length; n++) {
            bytes[n] = (byte) Integer.parseInt(hex, 4 * n + 2, 4 * n + 4, 16);
        }
        return bytes;
    }
}
