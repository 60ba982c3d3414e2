// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.line;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/// What the program is and what it runs on. Names no machine, no person and no folder.
public record About(
        String version,
        Java java,
        Optional<String> javafx,
        OperatingSystem os,
        int cores,
        String renderer,
        Memory memory) {

    public record Java(String version, String vendor) {}

    public record OperatingSystem(String name, String version, String architecture) {}

    /// Bytes; `heapMax` is what the program may use of `physical`.
    public record Memory(long heapUsed, long heapMax, long physical) {}

    /// `renderer`: what would draw the pictures here.
    public static About here(String renderer) {
        Runtime runtime = Runtime.getRuntime();
        return new About(
                Versions.program(),
                new Java(Runtime.version().toString(), property("java.vendor")),
                Versions.javafx(),
                new OperatingSystem(
                        property("os.name"), property("os.version"), property("os.arch")),
                runtime.availableProcessors(),
                renderer,
                new Memory(
                        runtime.totalMemory() - runtime.freeMemory(),
                        runtime.maxMemory(),
                        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                                .getTotalMemorySize()));
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
