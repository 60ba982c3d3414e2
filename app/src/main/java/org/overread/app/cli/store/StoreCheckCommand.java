// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.store.SalvageWords;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.care.CheckReport;
import org.overread.sync.store.care.Checkup;
import org.overread.sync.store.care.Finding;
import org.overread.sync.store.care.Salvage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "check", description = "Reads everything and says what is damaged.")
final class StoreCheckCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--recover",
            description = "Sets a damaged workspace aside and recovers what it holds.")
    private boolean recover;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    private record Report(
            boolean sound,
            Optional<Integer> versions,
            Optional<Integer> objects,
            Optional<Long> bytes,
            Optional<Long> strokes,
            Optional<String> setAside,
            List<String> findings) {}

    @Override
    public Integer call() throws CommandRefused {
        try {
            Report report = recover ? recovered() : checked();
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.of(report));
            } else {
                report.findings().forEach(out::println);
                report.setAside().ifPresent(place -> out.println("The damaged file is " + place));
                out.println(
                        report.sound()
                                ? "Sound: %,d versions, %,d objects, %,d strokes."
                                        .formatted(
                                                report.versions().orElse(0),
                                                report.objects().orElse(0),
                                                report.strokes().orElse(0L))
                                : "%,d findings.".formatted(report.findings().size()));
            }
            return report.sound() ? 0 : 1;
        } catch (IOException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private Report checked() throws CommandRefused, IOException {
        try (Workspace open = workspace.toRead()) {
            CheckReport found = Checkup.full(open.database());
            return new Report(
                    found.isSound(),
                    Optional.of(found.versions()),
                    Optional.of(found.objects()),
                    Optional.of(found.bytes()),
                    Optional.of(found.strokes()),
                    Optional.empty(),
                    found.findings().stream().map(Finding::sentence).toList());
        }
    }

    private Report recovered() throws CommandRefused, IOException {
        return switch (Salvage.run(workspace.file(), workspace.session())) {
            case Salvage.Outcome.Recovered recovered -> {
                boolean whole = SalvageWords.isComplete(recovered);
                Report now = checked();
                yield new Report(
                        whole && now.sound(),
                        now.versions(),
                        now.objects(),
                        now.bytes(),
                        now.strokes(),
                        Optional.of(recovered.aside().toString()),
                        whole ? List.of() : SalvageWords.of(recovered));
            }
            case Salvage.Outcome.Unreadable(String why) ->
                    throw new CommandRefused(
                            "Nothing can be read in the workspace; put a backup in its place. "
                                    + why);
            case Salvage.Outcome.InUse _ ->
                    throw new CommandRefused("The workspace is in use; close it first.");
        };
    }
}
