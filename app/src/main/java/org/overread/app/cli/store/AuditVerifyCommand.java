// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.store;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.audit.AuditVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "verify", description = "Finds changed, removed and reordered entries.")
final class AuditVerifyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--head",
            paramLabel = "DIGEST",
            description = "A head that was noted earlier; the trail must still contain it.")
    private Optional<String> head = Optional.empty();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    private record Report(
            boolean whole, long entry, Optional<String> head, Optional<String> fault) {}

    @Override
    public Integer call() throws CommandRefused {
        Optional<Digest> noted = head.flatMap(Digest::parse);
        if (head.isPresent() && noted.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--head is s256: and 64 hexadecimal digits.");
        }
        try (Workspace open = workspace.toRead()) {
            Report report =
                    switch (open.audit().verify(noted)) {
                        case AuditVerdict.Whole(long entries, Digest last) ->
                                new Report(
                                        true,
                                        entries,
                                        Optional.of(last.toString()),
                                        Optional.empty());
                        case AuditVerdict.Broken(long entry, AuditVerdict.Fault fault) ->
                                new Report(
                                        false,
                                        entry,
                                        Optional.empty(),
                                        Optional.of(fault.sentence()));
                    };
            spec.commandLine().getOut().println(json ? Json.of(report) : text(report));
            return report.whole() ? 0 : 1;
        } catch (IOException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private static String text(Report report) {
        return report.whole()
                ? "Whole: %,d entries, head %s".formatted(report.entry(), report.head().orElse(""))
                : "Entry %,d: %s".formatted(report.entry(), report.fault().orElse(""));
    }
}
