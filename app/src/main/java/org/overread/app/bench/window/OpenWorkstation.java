// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.overread.app.bench.harness.BenchFailedException;

/// The real workstation in a process of its own, begun by the same script that people use.
///
/// The contract with the desktop: where the system property `overread.bench.firstPicture` names a file, the desktop
/// writes into it, once, the instant at which the first picture of a volume was on the screen, as
/// `Instant.now().toString()`, first under another name in the same folder and then moved into place.
final class OpenWorkstation implements AutoCloseable {
    static final String FIRST_PICTURE = "overread.bench.firstPicture";

    /// Names the script that starts the program; set by that script.
    private static final String LAUNCHER = "overread.launcher";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Duration untilFirstPicture;

    private OpenWorkstation(Process process, Duration untilFirstPicture) {
        this.process = process;
        this.untilFirstPicture = untilFirstPicture;
    }

    /// Starts the workstation with `arguments` and waits for its first picture. `cache`: what OVERREAD_AOT is to be.
    static OpenWorkstation start(String cache, List<String> arguments)
            throws BenchFailedException, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("overread-bench");
        Path picture = folder.resolve("first-picture");
        Path log = folder.resolve("log");
        var command = new ArrayList<String>(List.of(launcher(), "desktop"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        builder.environment().put("OVERREAD_AOT", cache);
        builder.environment().put("OVERREAD_JAVA_OPTIONS", options(picture));
        Instant begun = Instant.now();
        Process process = builder.start();
        boolean shown = false;
        try {
            shown = awaitFile(folder, picture, process);
            if (!shown) {
                throw new BenchFailedException("The workstation showed no picture: " + last(log));
            }
            return new OpenWorkstation(
                    process, Duration.between(begun, Instant.parse(Files.readString(picture))));
        } finally {
            if (!shown) {
                end(process);
            }
            Files.deleteIfExists(picture);
            Files.deleteIfExists(log);
            Files.deleteIfExists(folder);
        }
    }

    /// Lets a scripted hand read what `arguments` open, and gives what it saw when the workstation has ended.
    static Map<String, Double> read(List<String> arguments)
            throws BenchFailedException, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("overread-bench");
        Path saw = folder.resolve("saw");
        Path log = folder.resolve("log");
        var command = new ArrayList<String>(List.of(launcher(), "desktop"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        builder.environment().put("OVERREAD_AOT", "wait");
        // the script's hand changes windows and layouts; what the person set stays as it was
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("settings").toString());
        builder.environment()
                .put(
                        "OVERREAD_JAVA_OPTIONS",
                        withDisplay("-D%s=%s".formatted(ReadingBenchmark.FILE, saw)));
        Process process = builder.start();
        try {
            if (!awaitFile(folder, saw, process)) {
                throw new BenchFailedException("The workstation was not read: " + last(log));
            }
            var values = new HashMap<String, Double>();
            for (String line : Files.readAllLines(saw)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(
                            line.substring(0, equals), Double.valueOf(line.substring(equals + 1)));
                }
            }
            return values;
        } finally {
            end(process);
            deleteAll(folder);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    Duration untilFirstPicture() {
        return untilFirstPicture;
    }

    long pid() {
        return process.pid();
    }

    /// Leaves it alone for a while.
    void rest(Duration time) throws BenchFailedException, InterruptedException {
        if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new BenchFailedException("The workstation ended by itself.");
        }
    }

    @Override
    public void close() {
        end(process);
    }

    private static String launcher() throws BenchFailedException {
        return Optional.ofNullable(System.getProperty(LAUNCHER))
                .orElseThrow(
                        () -> new BenchFailedException("Start this benchmark with ./run bench."));
    }

    private static String options(Path picture) {
        return withDisplay("-D" + FIRST_PICTURE + "=" + picture);
    }

    /// Without a display the toolkit draws into memory.
    private static String withDisplay(String options) {
        boolean display =
                !System.getProperty("os.name", "").startsWith("Linux")
                        || System.getenv("DISPLAY") != null;
        return display ? options : options + " -Dglass.platform=Headless -Dprism.order=sw";
    }

    private static boolean awaitFile(Path folder, Path file, Process process)
            throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        try (var watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(file)) {
                if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                    return Files.exists(file);
                }
                var key = watch.poll(200, TimeUnit.MILLISECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            }
            return true;
        }
    }

    private static String last(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "it said nothing." : lines.getLast();
    }

    private static void end(Process process) {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
