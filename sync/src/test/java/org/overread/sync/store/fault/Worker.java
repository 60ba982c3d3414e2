// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.fault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.Zstd;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/// Starts [FaultWork] in a process of its own, under strace.
final class Worker {
    private static final Pattern NEEDED = Pattern.compile("(sqlite|zstd|slf4j|flyway)[^/]*[.]jar$");

    private final Path folder;
    private final String classPath;

    /// `folder` is for the drivers' libraries, unpacked once: killed processes would leave theirs behind.
    Worker(Path folder) throws IOException {
        this.folder = folder;
        unpack("/org/sqlite/native/Linux/x86_64/libsqlitejdbc.so", "libsqlitejdbc.so");
        unpack("/linux/amd64/libzstd-jni-1.5.7-28.so", "libzstd.so");
        classPath = jars();
    }

    /// Classes from jars alone, so that the runtime can keep them ready: thousands of processes start.
    private String jars() throws IOException {
        Path jar = folder.resolve("work.jar");
        var path = new ArrayList<String>();
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry :
                    System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                Path place = Path.of(entry);
                if (Files.isDirectory(place.resolve("org/overread/sync"))) {
                    add(out, place);
                } else if (NEEDED.matcher(entry).find()) {
                    path.add(entry);
                }
            }
        }
        path.addFirst(jar.toString());
        return String.join(File.pathSeparator, path);
    }

    private static void add(JarOutputStream out, Path classes) throws IOException {
        try (var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    private void unpack(String resource, String name) throws IOException {
        try (InputStream in = Zstd.class.getResourceAsStream(resource)) {
            assumeTrue(in != null, "no " + resource + ": not on Linux on x86-64");
            Files.copy(in, folder.resolve(name));
        }
    }

    static void requireStrace() {
        boolean there;
        try {
            there =
                    new ProcessBuilder("strace", "-V")
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0;
        } catch (IOException e) {
            there = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            there = false;
        }
        assumeTrue(there, "strace is not installed (package strace)");
    }

    /// Runs to its end, whichever it is; what was told goes to `told`. Says whether it was killed.
    boolean run(Path file, long seed, int steps, Told told, String... straceOptions)
            throws IOException, InterruptedException {
        return run(FaultWork.Job.MIXED, file, seed, steps, told, straceOptions);
    }

    boolean run(
            FaultWork.Job job, Path file, long seed, int steps, Told told, String... straceOptions)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("strace", "-f", "-qq"));
        command.addAll(List.of(straceOptions));
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xmx128m",
                        archiveOption(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.sqlite.lib.path=" + folder,
                        "-Dorg.sqlite.lib.name=libsqlitejdbc.so",
                        "-DZstdNativePath=" + folder.resolve("libzstd.so"),
                        "-Djava.util.logging.config.file=" + quiet(),
                        "-cp",
                        classPath,
                        FaultWork.class.getName(),
                        file.toString(),
                        Long.toString(seed),
                        Integer.toString(steps),
                        job.name()));
        Process process =
                new ProcessBuilder(command)
                        .redirectError(
                                ProcessBuilder.Redirect.appendTo(folder.resolve("errors").toFile()))
                        .start();
        boolean ended = false;
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told.add(line);
                ended |= line.startsWith("E");
            }
        }
        process.waitFor();
        return !ended;
    }

    /// The first run is not disturbed and leaves the archive.
    private String archiveOption() {
        Path archive = folder.resolve("classes.jsa");
        return (Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=")
                + archive;
    }

    private Path quiet() throws IOException {
        Path file = folder.resolve("logging.properties");
        if (!Files.exists(file)) {
            Files.writeString(file, "handlers=\n");
        }
        return file;
    }
}
