// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.util.concurrent.Callable;
import org.overread.app.cli.line.About;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.RendererProbe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "about", description = "Says versions, system, renderer and memory.")
final class AboutCommand implements Callable<Integer> {
    private final RendererProbe renderers;

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    AboutCommand(RendererProbe renderers) {
        this.renderers = renderers;
    }

    @Override
    public Integer call() {
        About about = About.here(renderers.find());
        spec.commandLine().getOut().println(json ? Json.of(about) : text(about));
        return 0;
    }

    private static String text(About about) {
        return """
        Overread  %s
        Java      %s, %s
        JavaFX    %s
        System    %s %s, %s, %d cores
        Renderer  %s
        Memory    %s of heap at most, %s in the machine"""
                .formatted(
                        about.version(),
                        about.java().version(),
                        about.java().vendor(),
                        about.javafx().orElse("not found"),
                        about.os().name(),
                        about.os().version(),
                        about.os().architecture(),
                        about.cores(),
                        about.renderer(),
                        gibibytes(about.memory().heapMax()),
                        gibibytes(about.memory().physical()));
    }

    private static String gibibytes(long bytes) {
        return "%.1f GiB".formatted(bytes / (1024.0 * 1024 * 1024));
    }
}
