// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.StatementOrOpaque;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.CertifiedKeys;
import org.overread.sync.trust.SealedKey;
import org.overread.sync.trust.TrustRoot;

/// Where a workstation keeps its person's key, whom it believes, and what was signed. Blocks for the disk.
public record KeyPlace(Path folder) {

    /// What is known here of the person's key.
    ///
    /// @param certificate what the office vouches for; empty until it did
    public record Identity(
            Optional<SealedKey> key,
            Optional<TrustRoot> root,
            Optional<KeyContent.Certificate> certificate) {}

    public OwnKey ownKey() {
        return new OwnKey(folder.resolve("my.key"));
    }

    private Path rootFile() {
        return folder.resolve("root");
    }

    private Path certificates() {
        return folder.resolve("certificates");
    }

    public SignedVersions signed() {
        return new SignedVersions(folder.resolve("signed"));
    }

    /// Makes the folder where it is not there yet.
    public KeyPlace ready() throws SigningException {
        try {
            Files.createDirectories(certificates());
            Files.createDirectories(folder.resolve("signed"));
            return this;
        } catch (IOException e) {
            throw new SigningException("The folder of the keys cannot be made.", e);
        }
    }

    public Identity look() throws SigningException {
        Optional<SealedKey> key =
                Files.exists(ownKey().file()) ? Optional.of(ownKey().look()) : Optional.empty();
        Optional<TrustRoot> root = root();
        Optional<KeyContent.Certificate> certificate =
                key.isPresent() && root.isPresent()
                        ? keys(root.get())
                                .certified(key.get().key().id())
                                .map(CertifiedKeys.Certified::certificate)
                        : Optional.empty();
        return new Identity(key, root, certificate);
    }

    /// Whom this workstation believes; empty until a person chose.
    public Optional<TrustRoot> root() throws SigningException {
        return Files.exists(rootFile()) ? Optional.of(KeyFiles.root(rootFile())) : Optional.empty();
    }

    public TrustRoot requireRoot() throws SigningException {
        return root().orElseThrow(
                        () ->
                                new SigningException(
                                        "There is no root of trust here yet; take the one that your organisation gave you."));
    }

    /// Believes a root from now on: the first one because a person says so, a later one because it was handed over.
    public TrustRoot believe(Path file) throws SigningException {
        Envelope envelope = KeyFiles.envelope(file);
        Optional<TrustRoot> before = root();
        try {
            TrustRoot pinned = TrustRoot.pinned(envelope);
            if (before.isPresent() && !before.get().digest().equals(pinned.digest())) {
                before.get().next(envelope);
            }
            ready();
            KeyFiles.replace(rootFile(), envelope.bytes());
            return pinned;
        } catch (RefusedException e) {
            throw SigningException.refused(file, e);
        }
    }

    /// Keeps what an office states about a key, after checking it against the root.
    public void keepCertificate(Envelope envelope) throws SigningException {
        Digest id = envelope.payload().digest();
        Path file = certificates().resolve(id.hex());
        CertifiedKeys keys = keys(requireRoot());
        if (Files.exists(file)) {
            return;
        }
        try {
            keys.take(envelope);
        } catch (RefusedException e) {
            throw SigningException.refused(file, e);
        }
        ready();
        KeyFiles.writeNew(file, envelope.bytes());
    }

    /// The certificate that an office sent for the person's own key.
    public KeyContent.Certificate takeOwn(Path file) throws SigningException {
        keepCertificate(KeyFiles.envelope(file));
        return look().certificate()
                .orElseThrow(
                        () ->
                                new SigningException(
                                        "The certificate is good, and it is for another key than the one here."));
    }

    /// Everything that is stated about keys, certificates first.
    public List<Envelope> certificateEnvelopes() throws SigningException {
        var found = new ArrayList<Envelope>();
        if (!Files.isDirectory(certificates())) {
            return found;
        }
        try (var files = Files.list(certificates())) {
            for (Path file : files.filter(f -> !f.toString().endsWith(".new")).toList()) {
                found.add(KeyFiles.envelope(file));
            }
        } catch (IOException e) {
            throw new SigningException("The certificates could not be listed.", e);
        }
        var certificates = new ArrayList<Envelope>();
        var rest = new ArrayList<Envelope>();
        for (Envelope envelope : found) {
            (isCertificate(envelope) ? certificates : rest).add(envelope);
        }
        certificates.addAll(rest);
        return certificates;
    }

    private static boolean isCertificate(Envelope envelope) throws SigningException {
        try {
            return StatementOrOpaque.read(envelope.payload())
                            instanceof StatementOrOpaque.Known(var statement)
                    && statement.content() instanceof KeyContent.Certificate;
        } catch (RefusedException e) {
            throw new SigningException("A kept certificate is damaged.", e);
        }
    }

    /// The keys that the root vouches for, as far as they are known here.
    public CertifiedKeys keys(TrustRoot root) throws SigningException {
        var keys = new CertifiedKeys(root);
        for (Envelope envelope : certificateEnvelopes()) {
            try {
                keys.take(envelope);
            } catch (RefusedException _) {
                // of an office that a later root no longer names: what it vouched for does not
                // count
            }
        }
        return keys;
    }
}
