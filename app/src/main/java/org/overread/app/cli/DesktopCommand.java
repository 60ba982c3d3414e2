// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "desktop", description = "Opens the workstation.")
final class DesktopCommand implements Callable<Integer> {
    private final DesktopOpener desktop;

    @Parameters(
            arity = "0..1",
            paramLabel = "PATH",
            description = "A file or a folder of images to open.")
    private Optional<Path> path = Optional.empty();

    @Option(names = "--sample", description = "Opens the sample study.")
    private boolean sample;

    @Option(
            names = "--renderer",
            paramLabel = "WHICH",
            description =
                    "What draws the pictures: cpu, gl (OpenGL), or automatic, whatever is fastest"
                            + " here (default). Both draw the same pixels. Where there is no"
                            + " OpenGL, the cpu draws.")
    private Optional<Renderer> renderer = Optional.empty();

    @Option(names = "--train", hidden = true)
    private boolean train;

    private enum Renderer {
        CPU,
        GL,
        AUTOMATIC
    }

    DesktopCommand(DesktopOpener desktop) {
        this.desktop = desktop;
    }

    @Override
    public Integer call() throws CommandRefused {
        var arguments = new ArrayList<String>();
        if (path.isPresent()) {
            Path wanted = path.get();
            if (!Files.exists(wanted)) {
                throw new CommandRefused("There is no file or folder " + wanted + ".");
            }
            arguments.add("--open=" + wanted.toAbsolutePath());
        }
        if (sample) {
            arguments.add("--sample");
        }
        renderer.ifPresent(
                wish -> arguments.add("--renderer=" + wish.name().toLowerCase(Locale.ROOT)));
        if (train) {
            arguments.add("--train");
        }
        desktop.open(arguments);
        return 0;
    }
}
