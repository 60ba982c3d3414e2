// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import java.nio.file.Path;
import java.util.Optional;
import org.overread.app.cli.keys.KeyStoreFile;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.sign.KeyChain;
import org.overread.app.store.Author;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.version.StoredVersion;
import picocli.CommandLine.Option;

/// Whose key a version names as its author's, so that it can be signed with that key later.
final class AuthorOption {
    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "The reader's key: the version names it, and can be signed with it later.")
    private Optional<Path> key = Optional.empty();

    /// No passphrase is needed: naming a key is not signing.
    Author author(Workspace workspace) throws CommandRefused {
        if (key.isEmpty()) {
            return Author.without(workspace.session().actor().person());
        }
        KeyChain chain = KeyStoreFile.asked(() -> KeyChain.of(key.get()));
        return new Author(KeyStoreFile.key(key.get()).key().id(), chain.next(), chain.previous());
    }

    /// Notes what the key stated last.
    void stated(StoredVersion version) throws CommandRefused {
        if (key.isPresent()) {
            KeyStoreFile.asked(() -> KeyChain.of(key.get()).after(version.id()));
        }
    }
}
