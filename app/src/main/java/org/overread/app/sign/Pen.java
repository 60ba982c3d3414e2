// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.envelope.Signer;
import org.overread.sync.bundle.statement.Content;
import org.overread.sync.bundle.statement.Heading;
import org.overread.sync.bundle.statement.Software;
import org.overread.sync.bundle.statement.StatedTime;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.refusal.RefusedException;

/// Signs statements with one key and numbers them. While it is open nobody else, in this process or another, signs with the
/// same key, so no number is given twice. Belongs to one thread.
public final class Pen implements AutoCloseable {
    private final Signer signer;
    private final String tenant;
    private final String version;
    private final FileChannel lock;
    private KeyChain chain;

    /// What a statement says beside its content.
    ///
    /// @param reason why it was made, in the person's own words
    /// @param more what it says beside, such as findings
    public record About(
            Optional<String> casePseudonym,
            Optional<String> project,
            Optional<String> reason,
            Optional<Heading.More> more) {
        public static final About NOTHING =
                new About(Optional.empty(), Optional.empty(), Optional.empty());

        public About(
                Optional<String> casePseudonym, Optional<String> project, Optional<String> reason) {
            this(casePseudonym, project, reason, Optional.empty());
        }

        public About withMore(Optional<Heading.More> other) {
            return new About(casePseudonym, project, reason, other);
        }

        public About withReason(String text) {
            return new About(
                    casePseudonym,
                    project,
                    text.isBlank() ? Optional.empty() : Optional.of(text.strip()),
                    more);
        }
    }

    private Pen(Signer signer, String tenant, String version, FileChannel lock, KeyChain chain) {
        this.signer = signer;
        this.tenant = tenant;
        this.version = version;
        this.lock = lock;
        this.chain = chain;
    }

    /// Takes up a key for signing; refused while somebody else has it.
    ///
    /// @param key where the key lies; what it signed is kept beside it
    /// @param version of this program
    public static Pen of(Path key, Signer signer, String tenant, String version)
            throws SigningException {
        Path file = key.resolveSibling(key.getFileName() + ".lock");
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new SigningException(
                        "Somebody signs with this key at this moment; try again.");
            }
            return new Pen(signer, tenant, version, channel, KeyChain.of(key));
        } catch (IOException e) {
            throw new SigningException("The place of the key cannot be written.", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false; // another thread of this process
        }
    }

    public Envelope sign(Content content, About about) throws SigningException, RefusedException {
        return sign(content, about, List.of());
    }

    /// Signs with others.
    ///
    /// @param beside who signs the same
    public Envelope sign(Content content, About about, List<Signer> beside)
            throws SigningException, RefusedException {
        Bytes bytes = new Statement(heading(about), content).bytes();
        Statement statement = Statement.read(bytes); // what nobody could read is not signed
        var signers = new ArrayList<>(beside);
        signers.add(signer);
        Envelope envelope = Envelope.sign(Statement.PAYLOAD_TYPE, bytes, signers);
        chain = chain.after(statement.id());
        return envelope;
    }

    private Heading heading(About about) {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
        byte[] salt = new byte[Heading.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new Heading(
                tenant,
                about.project(),
                about.casePseudonym(),
                signer.key().id(),
                chain.next(),
                chain.previous(),
                Optional.empty(),
                new StatedTime(
                        now.toOffsetDateTime(), now.getZone().getId(), System.nanoTime() >>> 20),
                new Software("Overread", version, Bytes.utf8("Overread " + version).digest()),
                about.reason(),
                Bytes.handedOver(salt),
                about.more());
    }

    /// Lets others sign.
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException _) {
            // what was signed is kept; the system takes the lock back in the end
        }
    }
}
