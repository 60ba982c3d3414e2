// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.StatementOrOpaque;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.RefusedException;

/// What was signed about the versions of a workspace: a file a version, an envelope a line. A version that was made here is
/// a draft in the workspace; what its author signs names a key and a number, so it has an id of its own. Blocks for the disk.
public record SignedVersions(Path folder) {

    /// What was signed about one version, in the order in which it came.
    public List<Envelope> of(Digest version) throws SigningException {
        Path file = file(version);
        if (!Files.exists(file)) {
            return List.of();
        }
        return KeyFiles.read(
                file,
                bytes -> {
                    var envelopes = new ArrayList<Envelope>();
                    for (String line : bytes.toUtf8().lines().toList()) {
                        envelopes.add(Envelope.read(Bytes.utf8(line)));
                    }
                    return List.copyOf(envelopes);
                });
    }

    /// The id under which a version was signed; empty where nobody did.
    public Optional<Digest> idOf(Digest version) throws SigningException {
        for (Envelope envelope : of(version)) {
            if (statement(envelope).filter(s -> s.content() instanceof Version).isPresent()) {
                return Optional.of(envelope.payload().digest());
            }
        }
        return Optional.empty();
    }

    /// Drafts of this workstation by the ids under which they were signed.
    public Map<Digest, Digest> drafts() throws SigningException {
        Map<Digest, Digest> drafts = new HashMap<>();
        for (Digest version : versions()) {
            Optional<Digest> id = idOf(version);
            if (id.isPresent() && !id.get().equals(version)) {
                drafts.put(id.get(), version);
            }
        }
        return drafts;
    }

    /// Keeps one more; one that is there already with more or other signatures is replaced where it stands.
    public void add(Digest version, Envelope envelope) throws SigningException {
        var all = new ArrayList<>(of(version));
        List<Bytes> payloads = all.stream().map(Envelope::payload).toList();
        int known = payloads.indexOf(envelope.payload());
        if (known < 0) {
            all.add(envelope);
        } else {
            all.set(known, envelope);
        }
        var out = new StringBuilder();
        all.forEach(one -> out.append(one.bytes().toUtf8()).append('\n'));
        KeyFiles.replace(file(version), Bytes.utf8(out.toString()));
    }

    /// Everything signed, by the statement's id.
    public Map<Digest, Envelope> all() throws SigningException {
        Map<Digest, Envelope> all = new HashMap<>();
        for (Digest version : versions()) {
            for (Envelope envelope : of(version)) {
                all.put(envelope.payload().digest(), envelope);
            }
        }
        return all;
    }

    private List<Digest> versions() throws SigningException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> Digest.ofHex(String.valueOf(file.getFileName())))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new SigningException("What was signed could not be listed.", e);
        }
    }

    private Path file(Digest version) {
        return folder.resolve(version.hex());
    }

    /// Empty for a statement of a later version of this program.
    static Optional<Statement> statement(Envelope envelope) throws SigningException {
        try {
            return StatementOrOpaque.read(envelope.payload())
                            instanceof StatementOrOpaque.Known(Statement statement)
                    ? Optional.of(statement)
                    : Optional.empty();
        } catch (RefusedException e) {
            throw new SigningException("What was signed of a version is damaged.", e);
        }
    }
}
