// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One run of Jazzer on one target, in a JVM with little memory of its own: an input that takes more memory than that or
/// longer than the limit is a finding, as is anything thrown.
record FuzzRun(long inputs, int status, Path log) {
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs");
    private static final Pattern STEP = Pattern.compile("(?m)^#(\\d+)\\s");
    private static final String HEAP = "-Xmx1g";

    /// More where other work takes the processor: seconds are those of the clock.
    private static final int SECONDS_AN_INPUT = Integer.getInteger("overread.fuzz.patience", 10);

    private static final int LONGEST_INPUT = 64 << 10;

    /// Where chance begins: the same for every run that decides over a change, 0 (another each time) for a search.
    private static final int SEED = Integer.getInteger("overread.fuzz.seed", 1);

    static FuzzRun of(FuzzTarget target, int seconds, Path folder)
            throws IOException, InterruptedException {
        Path seeds = emptied(folder.resolve("seeds"));
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path findings = Files.createDirectories(folder.resolve("findings"));
        List<byte[]> begin = target.reader().seeds();
        for (int n = 0; n < begin.size(); n++) {
            Files.write(seeds.resolve("seed-" + n), begin.get(n));
        }
        Path log = folder.resolve("log.txt");
        int status =
                new ProcessBuilder(command(target, seconds, List.of(corpus, seeds), findings))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        return new FuzzRun(inputs(Files.readString(log)), status, log);
    }

    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    private static List<String> command(
            FuzzTarget target, int seconds, List<Path> corpora, Path findings) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + FuzzEntry.class.getName(),
                        "--target_args=" + target.name(),
                        "--instrumentation_includes=org.overread.viewer.**",
                        "--custom_hook_includes=org.overread.viewer.**",
                        // a header may name the file of its samples: that is the format
                        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.FilePathTraversal",
                        "--reproducer_path=" + findings,
                        "-artifact_prefix=" + findings + "/",
                        "-seed=" + SEED,
                        "-timeout=" + SECONDS_AN_INPUT,
                        "-rss_limit_mb=0",
                        "-max_len=" + LONGEST_INPUT,
                        "-max_total_time=" + seconds,
                        "-print_final_stats=1"));
        corpora.forEach(corpus -> command.add(corpus.toString()));
        return command;
    }

    private static long inputs(String log) {
        Matcher done = DONE.matcher(log);
        if (done.find()) {
            return Long.parseLong(done.group(1));
        }
        long last = 0;
        for (Matcher step = STEP.matcher(log); step.find(); ) {
            last = Long.parseLong(step.group(1));
        }
        return last;
    }

    /// The end of what Jazzer said.
    String tail() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }
}
