// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.keys;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.app.cli.line.CommandRefused;
import org.overread.sync.bundle.envelope.PublicKey;
import org.overread.sync.trust.NamedKey;
import org.overread.sync.trust.TrustRoot;
import picocli.CommandLine.Option;

/// What a root of trust names; where something is not given, a later version keeps what the one before it has.
final class RootOptions {
    @Option(
            names = "--root-key",
            paramLabel = "KEY",
            description = "A key that the root names beside those that sign it now.")
    private List<Path> rootKeys = List.of();

    @Option(
            names = "--threshold",
            paramLabel = "N",
            description = "How many of the root's keys must sign it.")
    private Optional<Integer> threshold = Optional.empty();

    @Option(
            names = "--office",
            paramLabel = "KEY",
            description = "A key that will certify people; only its public half is read.")
    private List<Path> offices = List.of();

    @Option(
            names = "--recovery",
            paramLabel = "KEY",
            description = "A key that may revoke when the office's is lost.")
    private List<Path> recovery = List.of();

    @Option(names = "--log", paramLabel = "ORIGIN", description = "A log's name …")
    private Optional<String> origin = Optional.empty();

    @Option(names = "--log-key", paramLabel = "KEY", description = "… and its key.")
    private Optional<Path> logKey = Optional.empty();

    @Option(
            names = "--witness",
            paramLabel = "NAME=KEY",
            description = "Somebody who cosigns the log's checkpoints.")
    private Map<String, Path> witnesses = new LinkedHashMap<>();

    @Option(
            names = "--cosignatures",
            paramLabel = "N",
            description = "How many witnesses must have cosigned a checkpoint.")
    private Optional<Integer> cosignatures = Optional.empty();

    @Option(names = "--years", defaultValue = "5", description = "Until it should be renewed.")
    private int years = 5;

    TrustRoot first(String tenant, List<PublicKey> signers) throws CommandRefused {
        var keys = new ArrayList<>(signers);
        keys.addAll(read(rootKeys));
        if (offices.isEmpty()) {
            throw new CommandRefused("Name the office's key with --office.");
        }
        return root(
                1,
                tenant,
                threshold.orElse(1),
                keys,
                read(offices),
                read(recovery),
                logs(List.of()),
                witnesses(List.of()),
                cosignatures.orElse(0));
    }

    TrustRoot next(TrustRoot before) throws CommandRefused {
        return root(
                before.version() + 1,
                before.tenant(),
                threshold.orElse(before.threshold()),
                rootKeys.isEmpty() ? before.rootKeys() : read(rootKeys),
                offices.isEmpty() ? before.enrolmentKeys() : read(offices),
                recovery.isEmpty() ? before.recoveryKeys() : read(recovery),
                logs(before.logs()),
                witnesses(before.witnesses()),
                cosignatures.orElse(before.cosignatures()));
    }

    private TrustRoot root(
            long version,
            String tenant,
            int needed,
            List<PublicKey> keys,
            List<PublicKey> office,
            List<PublicKey> recover,
            List<NamedKey> logs,
            List<NamedKey> cosigners,
            int needsCosigners)
            throws CommandRefused {
        try {
            return new TrustRoot(
                    version,
                    tenant,
                    Instant.now().atZone(ZoneOffset.UTC).plusYears(years).toInstant(),
                    needed,
                    keys,
                    office,
                    recover,
                    logs,
                    cosigners,
                    needsCosigners);
        } catch (IllegalArgumentException e) {
            throw new CommandRefused("A root cannot ask for " + e.getMessage() + ".", e);
        }
    }

    private List<NamedKey> logs(List<NamedKey> otherwise) throws CommandRefused {
        if (origin.isPresent() != logKey.isPresent()) {
            throw new CommandRefused("A log has a name and a key: give --log and --log-key.");
        }
        return origin.isPresent() && logKey.isPresent()
                ? List.of(new NamedKey(origin.get(), KeyStoreFile.publicKey(logKey.get())))
                : otherwise;
    }

    private List<NamedKey> witnesses(List<NamedKey> otherwise) throws CommandRefused {
        var named = new ArrayList<NamedKey>();
        for (Map.Entry<String, Path> witness : witnesses.entrySet()) {
            named.add(new NamedKey(witness.getKey(), KeyStoreFile.publicKey(witness.getValue())));
        }
        return named.isEmpty() ? otherwise : named;
    }

    private static List<PublicKey> read(List<Path> files) throws CommandRefused {
        var keys = new ArrayList<PublicKey>();
        for (Path file : files) {
            keys.add(KeyStoreFile.publicKey(file));
        }
        return keys;
    }
}
