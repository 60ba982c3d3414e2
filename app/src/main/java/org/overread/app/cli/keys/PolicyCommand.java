// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.keys;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Places;
import org.overread.app.sign.Pen;
import org.overread.sync.bundle.BundleWriter;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.object.ObjectsInMemory;
import org.overread.sync.bundle.statement.Kind;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.bundle.statement.RuleContent;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.TrustRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "policy",
        description =
                "States who may make which statements and how many people must sign them. A policy asks for more "
                        + "than the roles do, never for less.")
public final class PolicyCommand implements Callable<Integer> {
    private static final Pattern RULE =
            Pattern.compile("([a-z-]+)=([A-Za-z_-]+(?:,[A-Za-z_-]+)*)(?::([1-8]))?");

    @Spec private CommandSpec spec;

    @Option(
            names = "--number",
            required = true,
            paramLabel = "N",
            description = "Its version; the highest that came before a statement is in force.")
    private long number;

    @Option(
            names = "--rule",
            required = true,
            paramLabel = "KIND=ROLE[,ROLE][:N]",
            description = "For example release=data-lead:2.")
    private List<String> rules = List.of();

    @Option(names = "--key", required = true, paramLabel = "KEY", description = "A data lead's.")
    private Path key = Path.of("");

    @Option(
            names = "--certificate",
            required = true,
            paramLabel = "CERT",
            description = "Whose key it is.")
    private Path certificate = Path.of("");

    @Option(
            names = "--root",
            required = true,
            paramLabel = "ROOT",
            description = "The root of trust.")
    private Path rootFile = Path.of("");

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Of the key.")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new bundle.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws CommandRefused {
        Places.requireFolderFor(out);
        if (Files.exists(out)) {
            throw new CommandRefused(out + " exists and was not changed.");
        }
        TrustRoot root = KeyStoreFile.root(rootFile);
        Envelope certified = KeyStoreFile.envelope(certificate);
        var read = new ArrayList<RuleContent.Rule>();
        for (String rule : rules) {
            read.add(rule(rule));
        }
        read.sort(Comparator.comparing(RuleContent.Rule::kind));
        try (Ed25519Secret secret = KeyStoreFile.open(key, passphraseFile);
                Pen pen = KeyStoreFile.pen(key, secret, root.tenant());
                var stream = new BufferedOutputStream(Files.newOutputStream(out))) {
            Envelope stated =
                    KeyStoreFile.sign(pen, new RuleContent.Policy(number, read), Pen.About.NOTHING);
            new BundleWriter(
                            List.of(),
                            List.of(certified),
                            List.of(stated),
                            Optional.empty(),
                            List.of())
                    .write(stream, new ObjectsInMemory());
        } catch (RefusedException e) {
            throw KeyStoreFile.refused(out, e);
        } catch (IOException e) {
            throw new CommandRefused(out + " could not be written.", e);
        }
        spec.commandLine().getOut().println(out);
        return 0;
    }

    private static RuleContent.Rule rule(String text) throws CommandRefused {
        Matcher parts = RULE.matcher(text);
        if (!parts.matches()) {
            throw new CommandRefused(
                    "A rule is written as in release=data-lead:2, not '" + text + "'.");
        }
        Kind kind =
                Arrays.stream(Kind.values())
                        .filter(one -> one.word().equals(parts.group(1)))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new CommandRefused(
                                                "There is no kind of statement called "
                                                        + parts.group(1)
                                                        + "."));
        var roles = new ArrayList<Role>();
        for (String word : List.of(parts.group(2).split(",", -1))) {
            roles.add(
                    Arrays.stream(Role.values())
                            .filter(role -> isCalled(role, word))
                            .findFirst()
                            .orElseThrow(
                                    () -> new CommandRefused("There is no role called " + word)));
        }
        String signatures = parts.group(3);
        return new RuleContent.Rule(
                kind, roles, signatures == null ? 1 : Integer.parseInt(signatures));
    }

    private static boolean isCalled(Role role, String word) {
        return role.word().equals(word.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
