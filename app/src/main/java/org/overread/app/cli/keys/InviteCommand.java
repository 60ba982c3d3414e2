// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.keys;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.trust.EnrolmentCode;
import org.overread.sync.trust.Invitation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "invite",
        description =
                "The office makes a one-time code for one person; tell it by telephone or in person. It lasts a "
                        + "day and five tries.")
final class InviteCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "INVITATION", description = "The new file, which stays at the office.")
    private Path file = Path.of("");

    @Option(names = "--person", required = true, description = "What the person is called.")
    private String person = "";

    @Option(names = "--site", required = true, description = "Where the person works.")
    private String site = "";

    @Option(
            names = "--role",
            required = true,
            description = "One or more of: ${COMPLETION-CANDIDATES}.")
    private List<Role> roles = List.of();

    @Option(
            names = "--days",
            defaultValue = "365",
            description = "How long the key will hold; ${DEFAULT-VALUE}.")
    private int days = 365;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    /// What the person is told.
    private record Report(String invitation, String person, String code) {}

    @Override
    public Integer call() throws CommandRefused {
        EnrolmentCode code = EnrolmentCode.random(new SecureRandom());
        var invitation =
                new Invitation(code, person, site, roles, Instant.now(), Duration.ofDays(days));
        KeyStoreFile.writeNew(file, invitation.bytes());
        var report = new Report(file.toString(), person, code.text());
        spec.commandLine()
                .getOut()
                .println(json ? Json.of(report) : "%s: %s".formatted(person, report.code()));
        return 0;
    }
}
