// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.bundles;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.keys.KeyStoreFile;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Places;
import org.overread.sync.bundle.BundleContents;
import org.overread.sync.bundle.BundleVerifier;
import org.overread.sync.bundle.Expectations;
import org.overread.sync.bundle.Verdict;
import org.overread.sync.log.Checkpoint;
import org.overread.sync.log.SignedNote;
import org.overread.sync.trust.Policies;
import org.overread.sync.trust.TrustRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description =
                "Says whether a bundle is unchanged and by whom it is, with nothing but the file and the "
                        + "root of trust.")
public final class VerifyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The bundle.")
    private Path file = Path.of("");

    @Option(
            names = "--root",
            required = true,
            paramLabel = "ROOT",
            description = "The root of trust.")
    private Path root = Path.of("");

    @Option(
            names = "--known",
            paramLabel = "CHECKPOINT",
            description = "The newest checkpoint that is known here.")
    private Optional<Path> known = Optional.empty();

    @Option(names = "--require-log", description = "Refuses what is not proved to be in the log.")
    private boolean requireLog;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "A bundle that states a policy which is held against this one, too.")
    private List<Path> policies = List.of();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Override
    public Integer call() throws CommandRefused {
        Places.requireReadable(List.of(file));
        Optional<Checkpoint> checkpoint = Optional.empty();
        if (known.isPresent()) {
            checkpoint =
                    Optional.of(
                            KeyStoreFile.read(
                                    known.get(),
                                    bytes -> Checkpoint.read(SignedNote.read(bytes).text())));
        }
        TrustRoot trusted = KeyStoreFile.root(root);
        var expected =
                new Expectations(
                        checkpoint,
                        requireLog
                                ? Expectations.LogDemand.REQUIRED
                                : Expectations.LogDemand.WELCOME,
                        policies(trusted),
                        Instant.now());
        VerdictReport report = VerdictReport.of(verify(file, trusted, expected));
        spec.commandLine().getOut().println(json ? Json.of(report) : report.text());
        return report.reason().isEmpty() ? 0 : 1;
    }

    /// Those that hold; a policy that is not believed is not passed over.
    private List<Policies.Placed> policies(TrustRoot trusted) throws CommandRefused {
        var known = new ArrayList<Policies.Placed>();
        for (Path policy : policies) {
            switch (verify(policy, trusted, Expectations.none(Instant.now()))) {
                case Verdict.Accepted accepted -> known.addAll(accepted.policies());
                case Verdict.Refused refused ->
                        throw new CommandRefused(
                                "%s: %s [%s]"
                                        .formatted(
                                                policy,
                                                refused.sentence(),
                                                refused.reason().code()));
            }
        }
        return known;
    }

    static Verdict verify(Path file, TrustRoot root, Expectations expected) throws CommandRefused {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return BundleVerifier.verify(in, root, expected, BundleContents.NONE);
        } catch (IOException e) {
            throw new CommandRefused(file + " could not be read.", e);
        }
    }
}
