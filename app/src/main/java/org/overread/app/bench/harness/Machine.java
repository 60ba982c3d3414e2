// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the numbers were taken on; `loadAverage` is that of the last minute before the run, negative where the system
/// does not say.
public record Machine(
        String processor,
        int cores,
        long memoryBytes,
        double loadAverage,
        String system,
        String java) {

    public static Machine here() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                nameOfProcessor(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize(),
                system.getSystemLoadAverage(),
                system.getName() + " " + system.getVersion() + ", " + system.getArch(),
                Runtime.version() + ", " + System.getProperty("java.vendor", ""));
    }

    private static String nameOfProcessor() {
        Path linux = Path.of("/proc/cpuinfo");
        if (Files.isReadable(linux)) {
            try (var lines = Files.lines(linux)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", "unknown");
    }
}
