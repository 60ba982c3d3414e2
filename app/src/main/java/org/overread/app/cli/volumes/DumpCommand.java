// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.volumes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Places;
import org.overread.viewer.opening.FileTags;
import org.overread.viewer.opening.TagLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "dump",
        description = "Lists the DICOM tags of a file, or the fields of another format's header.")
public final class DumpCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "An image file. Its tags hold patient data.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    /// The shape of `dump --json`.
    private record Dump(List<Tag> tags) {}

    /// `depth` counts the sequences around it; `private` where a manufacturer gave the tag its meaning.
    private record Tag(
            int depth,
            Optional<String> tag,
            Optional<String> vr,
            String name,
            String value,
            @JsonProperty("private") boolean isPrivate) {
        Tag(TagLine line) {
            this(line.depth(), line.tag(), line.vr(), line.name(), line.value(), line.isPrivate());
        }
    }

    @Override
    public Integer call() throws CommandRefused {
        Places.requireReadable(List.of(file));
        if (Files.isDirectory(file)) {
            throw new CommandRefused(file + " is a folder; name one of its files.");
        }
        List<TagLine> lines = read();
        var out = spec.commandLine().getOut();
        out.println(
                json
                        ? Json.of(new Dump(lines.stream().map(Tag::new).toList()))
                        : DumpText.columns(lines).stripTrailing());
        out.flush();
        return 0;
    }

    private List<TagLine> read() throws CommandRefused {
        try {
            return FileTags.read(file);
        } catch (IOException e) {
            String message = e.getMessage();
            throw new CommandRefused(
                    message == null ? file + " could not be read." : file + ": " + message, e);
        }
    }
}
