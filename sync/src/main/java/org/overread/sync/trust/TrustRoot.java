// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.envelope.KeyRing;
import org.overread.sync.bundle.envelope.PublicKey;
import org.overread.sync.bundle.envelope.Signer;
import org.overread.sync.bundle.envelope.Verified;
import org.overread.sync.bundle.json.Base64Text;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;

/// Whom an organisation believes: one small file that everything else is checked against.
///
/// A root is signed by at least `threshold` of its own root keys, and every later version also by as many of the one
/// before it. When it expires, a warning is due; nothing stops.
///
/// @param version 1, then each one more
/// @param enrolmentKeys who may vouch for keys and revoke them
/// @param recoveryKeys who may revoke when the enrolment keys are lost
/// @param logs the logs that count, by their origins
/// @param witnesses who cosigns checkpoints
/// @param cosignatures how many of them must have cosigned a checkpoint
public record TrustRoot(
        long version,
        String tenant,
        Instant expires,
        int threshold,
        List<PublicKey> rootKeys,
        List<PublicKey> enrolmentKeys,
        List<PublicKey> recoveryKeys,
        List<NamedKey> logs,
        List<NamedKey> witnesses,
        int cosignatures) {
    /// What the bytes are, for those who sign them.
    public static final String PAYLOAD_TYPE = "application/vnd.overread.root+json";

    private static final int MOST_KEYS = 8;

    public TrustRoot {
        rootKeys = sorted(rootKeys);
        enrolmentKeys = sorted(enrolmentKeys);
        recoveryKeys = sorted(recoveryKeys);
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        if (threshold < 1 || threshold > rootKeys.size()) {
            throw new IllegalArgumentException(
                    "a threshold of %d of %d keys".formatted(threshold, rootKeys.size()));
        }
        if (cosignatures < 0 || cosignatures > witnesses.size()) {
            throw new IllegalArgumentException(
                    "%d cosignatures of %d witnesses".formatted(cosignatures, witnesses.size()));
        }
    }

    /// A root that asks for no cosignatures.
    public TrustRoot(
            long version,
            String tenant,
            Instant expires,
            int threshold,
            List<PublicKey> rootKeys,
            List<PublicKey> enrolmentKeys,
            List<PublicKey> recoveryKeys,
            List<NamedKey> logs,
            List<NamedKey> witnesses) {
        this(
                version,
                tenant,
                expires,
                threshold,
                rootKeys,
                enrolmentKeys,
                recoveryKeys,
                logs,
                witnesses,
                0);
    }

    private static List<PublicKey> sorted(List<PublicKey> keys) {
        return keys.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
    }

    /// Signs it; for a later version the signers are those of both versions.
    public Envelope sign(List<Signer> signers) throws RefusedException {
        return Envelope.sign(PAYLOAD_TYPE, bytes(), signers);
    }

    /// The digest of its one spelling; what fingerprints are made of.
    public Digest digest() {
        return bytes().digest();
    }

    Bytes bytes() {
        var out = new FieldWriter();
        if (cosignatures > 0) {
            out.whole("cosignatures", cosignatures);
        }
        return CanonicalJson.write(
                out.whole("version", version)
                        .text("tenant", tenant)
                        .instant("expires", expires)
                        .whole("threshold", threshold)
                        .texts("rootKeys", spelled(rootKeys))
                        .texts("enrolmentKeys", spelled(enrolmentKeys))
                        .texts("recoveryKeys", spelled(recoveryKeys))
                        .items("logs", logs.stream().map(NamedKey::write).toList())
                        .items("witnesses", witnesses.stream().map(NamedKey::write).toList())
                        .end());
    }

    private static List<String> spelled(List<PublicKey> keys) {
        return keys.stream().map(key -> Base64Text.of(key.encoded())).toList();
    }

    /// Reads the root that a person chose to believe, as it lies in a file or was shown at enrolment.
    public static TrustRoot pinned(Envelope envelope) throws RefusedException {
        TrustRoot root = read(envelope.payload());
        KeyRing own = ring(root.rootKeys);
        Envelope signed = envelope.signedBy(own); // those of the version before signed it, too
        if (signed.signatures().size() < root.threshold) {
            throw new RefusedException(TrustFault.ROOT_THRESHOLD);
        }
        signed.verify(PAYLOAD_TYPE, own);
        return root;
    }

    /// What somebody asks others to sign: nothing of it is believed yet.
    public static TrustRoot proposed(Envelope envelope) throws RefusedException {
        return read(envelope.payload());
    }

    /// The next version of this root: signed by enough keys of both.
    public TrustRoot next(Envelope envelope) throws RefusedException {
        TrustRoot next = read(envelope.payload());
        Verified verified =
                envelope.verify(
                        PAYLOAD_TYPE,
                        ring(Stream.concat(rootKeys.stream(), next.rootKeys.stream()).toList()));
        if (signersAmong(next.rootKeys, verified) < next.threshold) {
            throw new RefusedException(TrustFault.ROOT_THRESHOLD);
        }
        if (signersAmong(rootKeys, verified) < threshold) {
            throw new RefusedException(TrustFault.ROOT_NOT_HANDED_OVER);
        }
        if (next.version <= version) {
            throw new RefusedException(TrustFault.ROOT_OLDER);
        }
        if (next.version != version + 1) {
            throw new RefusedException(TrustFault.ROOT_GAP);
        }
        if (!next.tenant.equals(tenant)) {
            throw new RefusedException(TrustFault.OTHER_TENANT);
        }
        return next;
    }

    private static long signersAmong(List<PublicKey> keys, Verified verified) {
        return keys.stream().filter(key -> verified.signers().contains(key.id())).count();
    }

    /// The keys that may sign certificates.
    public KeyRing enrolmentRing() {
        return ring(enrolmentKeys);
    }

    public boolean mayEnrol(Digest key) {
        return enrolmentKeys.stream().anyMatch(k -> k.id().equals(key));
    }

    public boolean mayRevoke(Digest key) {
        return mayEnrol(key) || recoveryKeys.stream().anyMatch(k -> k.id().equals(key));
    }

    /// All keys that the root names for certificates and revocations.
    public KeyRing officeRing() {
        return ring(Stream.concat(enrolmentKeys.stream(), recoveryKeys.stream()).toList());
    }

    private static KeyRing ring(List<PublicKey> keys) {
        Map<Digest, PublicKey> known = new HashMap<>();
        keys.forEach(key -> known.put(key.id(), key));
        return id -> Optional.ofNullable(known.get(id));
    }

    static TrustRoot read(Bytes bytes) throws RefusedException {
        JsonValue.Fields fields = CanonicalJson.readFields(bytes, JsonLimits.STATEMENT);
        var in = new FieldReader(fields);
        long version = in.whole("version", 1, 1_000_000);
        String tenant = in.word("tenant");
        Instant expires = in.instant("expires");
        List<PublicKey> rootKeys = keys(in, "rootKeys", 1);
        int threshold = in.small("threshold", 1, rootKeys.size());
        List<PublicKey> enrolment = keys(in, "enrolmentKeys", 1);
        List<PublicKey> recovery = keys(in, "recoveryKeys", 0);
        List<NamedKey> logs = in.listOf("logs", 0, MOST_KEYS, NamedKey::read);
        List<NamedKey> witnesses = in.listOf("witnesses", 0, MOST_KEYS, NamedKey::read);
        int cosignatures =
                in.has("cosignatures") ? in.small("cosignatures", 1, witnesses.size()) : 0;
        in.end();
        return new TrustRoot(
                version,
                tenant,
                expires,
                threshold,
                rootKeys,
                enrolment,
                recovery,
                logs,
                witnesses,
                cosignatures);
    }

    /// In ascending order of their ids, none twice.
    private static List<PublicKey> keys(FieldReader in, String name, int least)
            throws RefusedException {
        var keys = new ArrayList<PublicKey>();
        for (String text : in.texts(name, least, MOST_KEYS)) {
            Bytes encoded =
                    Base64Text.parse(text)
                            .orElseThrow(() -> new RefusedException(TrustFault.ROOT_FORMAT, name));
            PublicKey key = PublicKey.of(encoded);
            if (!keys.isEmpty() && keys.getLast().id().compareTo(key.id()) >= 0) {
                throw new RefusedException(TrustFault.ROOT_FORMAT, name);
            }
            keys.add(key);
        }
        return keys;
    }
}
