// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.envelope.KeyRing;
import org.overread.sync.bundle.envelope.PublicKey;
import org.overread.sync.bundle.envelope.Verified;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.StatementOrOpaque;
import org.overread.sync.refusal.BundleFault;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;

/// The keys that a root of trust vouches for, by certificates, and what became of them. Belongs to one thread.
public final class CertifiedKeys implements KeyRing {
    public static final int MOST = 4096;

    private final TrustRoot root;
    private final Map<Digest, Certified> keys = new HashMap<>();
    private final Map<Digest, List<Revoked>> revoked = new HashMap<>();
    private final Map<Digest, Instant> replacedAt = new HashMap<>();

    /// A key whose owner is known.
    public record Certified(PublicKey key, KeyContent.Certificate certificate) {
        /// Whether both are one person's, who may have several keys.
        public boolean isOfSamePersonAs(Certified other) {
            return certificate.person().equals(other.certificate.person())
                    && certificate.site().equals(other.certificate.site());
        }
    }

    /// A key that is no longer believed, and the statement that says so.
    public record Revoked(KeyContent.Revocation revocation, Digest statement) {}

    public CertifiedKeys(TrustRoot root) {
        this.root = root;
    }

    public TrustRoot root() {
        return root;
    }

    /// Takes a certificate, a rotation or a revocation.
    public Statement take(Envelope envelope) throws RefusedException {
        // who must have signed depends on the kind; a key of no office and of no person is refused
        // either way
        Verified verified =
                envelope.verify(
                        Statement.PAYLOAD_TYPE,
                        id -> root.officeRing().find(id).or(() -> find(id)));
        if (!(verified.statement() instanceof StatementOrOpaque.Known(Statement statement))
                || !(statement.content() instanceof KeyContent content)) {
            throw new RefusedException(BundleFault.CERTIFICATE_KIND);
        }
        if (!statement.heading().tenant().equals(root.tenant())) {
            throw new RefusedException(TrustFault.OTHER_TENANT);
        }
        Digest author = statement.heading().author();
        switch (content) {
            case KeyContent.Certificate certificate -> certify(author, certificate);
            case KeyContent.Revocation revocation -> {
                if (!root.mayRevoke(author)) {
                    throw new RefusedException(TrustFault.REVOCATION_SIGNER);
                }
                revoked.computeIfAbsent(revocation.key(), _ -> new ArrayList<>())
                        .add(new Revoked(revocation, envelope.payload().digest()));
            }
            case KeyContent.Rotation rotation -> {
                requireOwner(author, rotation, verified);
                replacedAt.merge(
                        rotation.oldKey(), rotation.until(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return statement;
    }

    /// Both keys signed, one of them is the author's, and both are one person's.
    private void requireOwner(Digest author, KeyContent.Rotation rotation, Verified verified)
            throws RefusedException {
        var both = List.of(rotation.oldKey(), rotation.newKey());
        if (!verified.signers().containsAll(both) || !both.contains(author)) {
            throw new RefusedException(TrustFault.ROTATION_SIGNERS);
        }
        Optional<Certified> old = certified(rotation.oldKey());
        Optional<Certified> now = certified(rotation.newKey());
        if (old.isEmpty() || now.isEmpty()) {
            throw new RefusedException(TrustFault.NOT_ENROLLED);
        }
        if (!old.get().isOfSamePersonAs(now.get())) {
            throw new RefusedException(TrustFault.ROTATION_PERSON);
        }
    }

    private void certify(Digest author, KeyContent.Certificate certificate)
            throws RefusedException {
        if (!root.mayEnrol(author)) {
            throw new RefusedException(TrustFault.CERTIFICATE_SIGNER);
        }
        var certified = new Certified(PublicKey.of(certificate.key()), certificate);
        if (keys.size() >= MOST) {
            throw new RefusedException(BundleFault.TOO_MANY);
        }
        if (keys.put(certified.key().id(), certified) != null) {
            throw new RefusedException(TrustFault.CERTIFICATE_TWICE);
        }
    }

    @Override
    public Optional<PublicKey> find(Digest id) {
        return certified(id).map(Certified::key);
    }

    public Optional<Certified> certified(Digest id) {
        return Optional.ofNullable(keys.get(id));
    }

    /// Who signed; refused where the key did not hold at the time that the statement names.
    public Certified author(Statement statement) throws RefusedException {
        Digest id = statement.heading().author();
        Certified author =
                certified(id).orElseThrow(() -> new RefusedException(TrustFault.NOT_ENROLLED));
        Instant made = statement.heading().time().local().toInstant();
        if (made.isBefore(author.certificate().notBefore())) {
            throw new RefusedException(TrustFault.NOT_YET_VALID);
        }
        requireNotEnded(author, made);
        return author;
    }

    /// Everyone who signed. When somebody signed beside the author is not stated, so such a key may begin later, but must
    /// not have ended before.
    public List<Certified> signers(Verified verified, Statement statement) throws RefusedException {
        Instant made = statement.heading().time().local().toInstant();
        var signers = new ArrayList<Certified>();
        for (Digest id : verified.signers()) {
            Certified signer =
                    certified(id).orElseThrow(() -> new RefusedException(TrustFault.NOT_ENROLLED));
            requireNotEnded(signer, made);
            signers.add(signer);
        }
        return signers;
    }

    private void requireNotEnded(Certified key, Instant made) throws RefusedException {
        if (made.isAfter(key.certificate().notAfter())
                || made.isAfter(replacedAt.getOrDefault(key.key().id(), Instant.MAX))) {
            throw new RefusedException(TrustFault.EXPIRED);
        }
    }

    /// Each time that a key was declared no longer to be believed; empty for one that is.
    public List<Revoked> revoked(Digest key) {
        return List.copyOf(revoked.getOrDefault(key, List.of()));
    }
}
