// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import java.util.List;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.store.WorkspaceOption;
import org.overread.app.store.VersionDifference;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.version.Comparison;
import org.overread.sync.store.version.StoredVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "diff", description = "Counts the voxels in which two versions differ.")
final class LabelDiffCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The one version.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "The other version.")
    private String after = "";

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    private record Report(
            String before, String after, int blocks, List<VersionDifference.Changed> segments) {}

    @Override
    public Integer call() throws CommandRefused {
        try (Workspace open = workspace.toRead()) {
            StoredVersion a = VersionChoice.find(open, before);
            StoredVersion b = VersionChoice.find(open, after);
            var difference =
                    new VersionDifference(
                            VersionChoice.content(open, a), VersionChoice.content(open, b));
            Report report =
                    switch (open.comparison().compare(a.id(), b.id(), difference)) {
                        case Comparison.Outcome.Compared(int blocks) ->
                                new Report(
                                        a.id().toString(),
                                        b.id().toString(),
                                        blocks,
                                        difference.changed());
                        case Comparison.Outcome.OtherGrid _ ->
                                throw new CommandRefused(
                                        "The versions are of volumes on different grids.");
                        case Comparison.Outcome.NotHere(var missing) ->
                                throw new CommandRefused("The version " + missing + " is gone.");
                    };
            spec.commandLine().getOut().println(json ? Json.of(report) : text(report));
            return 0;
        } catch (StoreException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private static String text(Report report) {
        if (report.segments().isEmpty()) {
            return "No voxel differs.";
        }
        var text = new StringBuilder();
        for (VersionDifference.Changed changed : report.segments()) {
            text.append(
                    "%5d  %-28s +%,d -%,d voxels%n"
                            .formatted(
                                    changed.segment(),
                                    changed.name(),
                                    changed.added(),
                                    changed.removed()));
        }
        return text.toString().stripTrailing();
    }
}
