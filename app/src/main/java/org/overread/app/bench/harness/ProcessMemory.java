// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How much memory another JVM of the same person holds, in bytes.
public final class ProcessMemory {
    /// As every collector reports it, in KiB; some report each generation by itself.
    private static final Pattern USED = Pattern.compile("\\bused (\\d+)K");

    private ProcessMemory() {}

    /// All pages of it that are in memory.
    public static long resident(long pid) throws BenchFailedException, IOException {
        Path status = status(pid);
        if (Files.isReadable(status)) {
            return kibibytes(line(status, "VmRSS:"));
        }
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        return kibibytes(new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    }

    /// The most that [#resident(long)] would have said so far; only Linux knows.
    public static long mostResident(long pid) throws BenchFailedException, IOException {
        if (!Files.isReadable(status(pid))) {
            throw new BenchFailedException("This system does not note how much a process held.");
        }
        return kibibytes(line(status(pid), "VmHWM:"));
    }

    private static Path status(long pid) {
        return Path.of("/proc", Long.toString(pid), "status");
    }

    private static String line(Path status, String name) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElse("");
    }

    private static long kibibytes(String text) throws BenchFailedException {
        String digits = text.replaceAll("[^0-9]", "");
        if (digits.isEmpty()) {
            throw new BenchFailedException("The system does not say how much memory it holds.");
        }
        return Long.parseLong(digits) * 1024;
    }

    /// What is left of its heap after a collection, which this makes it run.
    public static long liveHeap(long pid) throws BenchFailedException, IOException {
        tell(pid, "GC.run");
        return Stream.of(tell(pid, "GC.heap_info").split("\\R"))
                .takeWhile(line -> !line.contains("Metaspace"))
                .map(USED::matcher)
                .filter(Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(1)) * 1024)
                .sum();
    }

    private static String tell(long pid, String command) throws BenchFailedException, IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            throw new BenchFailedException("This Java has no jcmd to look at the heap with.");
        }
        return output(jcmd.toString(), Long.toString(pid), command);
    }

    private static String output(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
