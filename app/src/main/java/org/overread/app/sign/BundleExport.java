// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.overread.sync.bundle.BundleWriter;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.object.BlockEntry;
import org.overread.sync.bundle.object.LayerReader;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.Workspace;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Writes a signed version, all that it builds upon, and what was decided about those, as one bundle. Blocks.
public final class BundleExport {
    private final Workspace workspace;
    private final KeyPlace place;

    public BundleExport(Workspace workspace, KeyPlace place) {
        this.workspace = workspace;
        this.place = place;
    }

    /// What was written.
    public record Written(Path file, int statements, long bytes) {}

    /// The file appears whole or not at all.
    public Written write(Digest version, Path file, CancelToken cancel, Progress.Listener progress)
            throws SigningException {
        Digest id =
                place.signed()
                        .idOf(version)
                        .orElseThrow(
                                () ->
                                        new SigningException(
                                                "The version is not signed; only what somebody signed leaves the workstation."));
        List<Envelope> statements = statements(id);
        var writer =
                new BundleWriter(
                        List.of(),
                        certificates(statements),
                        statements,
                        Optional.empty(),
                        List.of());
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            long expected = bytes(statements);
            long bytes;
            try (var out =
                    new Counting(
                            new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16),
                            expected,
                            cancel,
                            progress)) {
                bytes = writer.write(out, workspace.objects());
            }
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return new Written(file, statements.size(), bytes);
        } catch (RefusedException e) {
            throw SigningException.refused(file, e);
        } catch (IOException e) {
            throw new SigningException(
                    file.getFileName() + " could not be written; check that the disk is not full.",
                    e);
        } finally {
            remove(beside);
        }
    }

    private static void remove(Path file) throws SigningException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new SigningException(file.getFileName() + " could not be removed.", e);
        }
    }

    private List<Envelope> statements(Digest id) throws SigningException {
        Map<Digest, Envelope> all = place.signed().all();
        Map<Digest, Envelope> taken = new LinkedHashMap<>();
        var open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            Digest next = open.removeFirst();
            Envelope envelope = all.get(next);
            if (envelope == null) {
                throw new SigningException("A version that this one continues is not signed here.");
            }
            if (taken.put(next, envelope) == null) {
                open.addAll(buildsUpon(envelope));
            }
        }
        for (Map.Entry<Digest, Envelope> other : all.entrySet()) {
            List<Digest> upon = buildsUpon(other.getValue());
            if (!isVersion(other.getValue()) && taken.keySet().containsAll(upon)) {
                taken.put(other.getKey(), other.getValue());
            }
        }
        return List.copyOf(taken.values());
    }

    private static List<Digest> buildsUpon(Envelope envelope) throws SigningException {
        return SignedVersions.statement(envelope)
                .map(statement -> statement.content().buildsUpon())
                .orElse(List.of());
    }

    private static boolean isVersion(Envelope envelope) throws SigningException {
        return SignedVersions.statement(envelope)
                .filter(statement -> statement.content() instanceof Version)
                .isPresent();
    }

    /// What is stated about the keys that signed.
    private List<Envelope> certificates(List<Envelope> statements) throws SigningException {
        Set<Digest> keys = new HashSet<>();
        for (Envelope envelope : statements) {
            envelope.signatures().forEach(sealing -> keys.add(sealing.keyId()));
        }
        List<Envelope> all = place.certificateEnvelopes();
        // a rotation is signed by both keys: the other one's certificate goes along
        for (Envelope envelope : all) {
            if (about(envelope) instanceof KeyContent.Rotation rotation
                    && (keys.contains(rotation.oldKey()) || keys.contains(rotation.newKey()))) {
                keys.add(rotation.oldKey());
                keys.add(rotation.newKey());
            }
        }
        var needed = new ArrayList<Envelope>();
        for (Envelope envelope : all) {
            boolean needs =
                    switch (about(envelope)) {
                        case KeyContent.Certificate certificate ->
                                keys.contains(certificate.keyId());
                        case KeyContent.Rotation rotation -> keys.contains(rotation.oldKey());
                        case KeyContent.Revocation revocation -> keys.contains(revocation.key());
                    };
            if (needs) {
                needed.add(envelope);
            }
        }
        return needed;
    }

    private static KeyContent about(Envelope envelope) throws SigningException {
        Optional<Statement> statement = SignedVersions.statement(envelope);
        if (statement.isPresent() && statement.get().content() instanceof KeyContent content) {
            return content;
        }
        throw new SigningException("A kept certificate is damaged.");
    }

    /// About how large the file will be: what the objects have, without the statements.
    private long bytes(List<Envelope> statements)
            throws SigningException, IOException, RefusedException {
        Set<Digest> blocks = new HashSet<>();
        long bytes = 0;
        for (Envelope envelope : statements) {
            Optional<Statement> statement = SignedVersions.statement(envelope);
            if (statement.isPresent() && statement.get().content() instanceof Version version) {
                for (Layer layer : version.layers()) {
                    for (BlockEntry entry :
                            new LayerReader(layer.shape(), workspace.objects())
                                    .entries(layer.slabs())) {
                        if (entry instanceof BlockEntry.Stored stored
                                && blocks.add(stored.object())) {
                            bytes += stored.length();
                        }
                    }
                }
            }
        }
        return bytes;
    }

    private static final class Counting extends FilterOutputStream {
        private final long expected;
        private final CancelToken cancel;
        private final Progress.Listener progress;
        private long written;

        Counting(OutputStream out, long expected, CancelToken cancel, Progress.Listener progress) {
            super(out);
            this.expected = expected;
            this.cancel = cancel;
            this.progress = progress;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            count(1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count(length);
        }

        private void count(int more) {
            cancel.check();
            written += more;
            progress.progress(new Progress(Math.min(written, expected), expected));
        }
    }
}
