// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.keys;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Passphrase;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.EnrolmentCode;
import org.overread.sync.trust.EnrolmentRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "enrol",
        description =
                "Asks the office to vouch for a key: writes a request that proves the key and the code and holds "
                        + "neither.")
final class EnrolCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "KEY", description = "The key to be vouched for.")
    private Path key = Path.of("");

    @Option(
            names = "--code-file",
            paramLabel = "FILE",
            description = "Takes the code from its first line.")
    private Optional<Path> codeFile = Optional.empty();

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Of the key.")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "REQUEST", description = "The new file.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Override
    public Integer call() throws CommandRefused {
        char[] typed = Passphrase.ask("Code", codeFile);
        EnrolmentCode code =
                EnrolmentCode.typed(new String(typed))
                        .orElseThrow(
                                () ->
                                        new CommandRefused(
                                                "A code has 20 letters and digits, in groups of five."));
        Arrays.fill(typed, '\0');
        try (Ed25519Secret secret = KeyStoreFile.open(key, passphraseFile)) {
            var request = EnrolmentRequest.of(secret, code, new SecureRandom());
            KeyStoreFile.writeNew(out, request.bytes());
            KeysCommand.print(spec, json, KeysCommand.report(out, secret.key()));
            return 0;
        } catch (RefusedException e) {
            throw KeyStoreFile.refused(key, e);
        }
    }
}
