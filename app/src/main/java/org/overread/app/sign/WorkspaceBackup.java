// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.care.Backup;
import org.overread.sync.store.care.CheckReport;

/// Copies of a workspace together with who signed what: the folder of the keys lies beside the workspace, its copy beside the
/// workspace's copy, under the same name. Keys are copied as they lie, sealed under their passphrase. Blocks; people can work
/// and sign meanwhile.
public final class WorkspaceBackup {
    private static final String AFTER = ".backup";
    private static final String KEYS = ".keys";

    private WorkspaceBackup() {}

    /// What came of it.
    public sealed interface Outcome {
        /// Both copies are there and were read back.
        ///
        /// @param keys empty where nobody made or believed a key here
        record Made(Backup.Outcome.Made workspace, Optional<Keys> keys) implements Outcome {}

        /// No copy was made, for the workspace is not sound.
        record Unsound(CheckReport report) implements Outcome {}
    }

    /// The copy of the keys.
    ///
    /// @param own whether the person's own key is among them
    /// @param needsFactor whether that key opens only with this computer's key store
    /// @param statements how many signed statements
    public record Keys(Path folder, boolean own, boolean needsFactor, int statements) {
        /// For people.
        public String sentence() {
            String signed =
                    statements == 1
                            ? "1 signed statement"
                            : "%,d signed statements".formatted(statements);
            if (!own) {
                return signed + " beside it; there is no key of your own here.";
            }
            return signed
                    + (needsFactor
                            ? " and your key beside it, sealed: it opens with your passphrase on this computer only."
                            : " and your key beside it, sealed: it opens with your passphrase only, which is in no copy.");
        }
    }

    /// Where the keys of a workspace lie.
    public static KeyPlace keysOf(Path workspace) {
        return new KeyPlace(workspace.resolveSibling("keys"));
    }

    /// Copies both into a folder.
    public static Outcome make(Workspace workspace, Path folder) throws IOException {
        return switch (Backup.make(
                workspace.database(), folder, workspace.session().clock().instant())) {
            case Backup.Outcome.Made made ->
                    new Outcome.Made(
                            made, keys(keysOf(workspace.database().file()), twin(made.file())));
            case Backup.Outcome.Unsound(CheckReport report) -> new Outcome.Unsound(report);
        };
    }

    /// Removes older copies but one for each of 7 days and of 4 weeks, with their keys.
    public static List<Path> thin(Path folder) throws IOException {
        List<Path> removed = Backup.thin(folder);
        for (Path file : removed) {
            remove(twin(file));
        }
        return removed;
    }

    private static Path twin(Path copy) {
        String name = String.valueOf(copy.getFileName());
        return copy.resolveSibling(name.substring(0, name.length() - AFTER.length()) + KEYS);
    }

    private static Optional<Keys> keys(KeyPlace place, Path target) throws IOException {
        if (!Files.isDirectory(place.folder())) {
            return Optional.empty();
        }
        var copy = new KeyPlace(target.resolveSibling(target.getFileName() + ".part"));
        remove(copy.folder());
        try {
            copy.ready();
            // what was signed first and its number last: so no number is given out twice by a copy
            for (String name : List.of("certificates", "signed", "root", "my.key", "my.key.chain")) {
                copy(place.folder().resolve(name), copy.folder().resolve(name));
            }
            KeyPlace.Identity identity = copy.look(); // each is read back as what it is
            copy.certificateEnvelopes();
            int statements = copy.signed().all().size();
            Files.move(copy.folder(), target, StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(
                    new Keys(
                            target,
                            identity.key().isPresent(),
                            identity.key().filter(key -> key.needsFactor()).isPresent(),
                            statements));
        } catch (SigningException e) {
            throw new IOException(
                    "The workspace was copied, the keys beside it were not: " + e.sentence(), e);
        } finally {
            remove(copy.folder());
        }
    }

    private static void copy(Path from, Path to) throws IOException, SigningException {
        if (Files.isDirectory(from)) {
            try (var files = Files.list(from)) {
                for (Path file : files.filter(f -> !f.toString().endsWith(".new")).toList()) {
                    copy(file, to.resolve(file.getFileName()));
                }
            }
            return;
        }
        try {
            KeyFiles.writeNew(to, Bytes.handedOver(Files.readAllBytes(from)));
        } catch (NoSuchFileException e) {
            // nobody made it yet
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
