// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.envelope;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.Base64Text;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.EnvelopeFault;
import org.overread.sync.refusal.RefusedException;

/// Bytes and signatures over them: DSSE 1.0 in the one spelling of JSON. What the bytes say is not looked at before the
/// signatures were checked, and then only the very bytes that were.
///
/// @param payloadType what the bytes are; signed along with them
/// @param signatures in ascending order of their keys, one a key
public record Envelope(String payloadType, Bytes payload, List<Sealing> signatures) {
    public static final int MOST_SIGNATURES = 8;
    private static final int LARGEST_PAYLOAD = 256 << 10;

    /// A signature and the id of its key.
    public record Sealing(Digest keyId, Bytes signature) {}

    public Envelope {
        signatures = List.copyOf(signatures);
    }

    /// Signs bytes.
    public static Envelope sign(String payloadType, Bytes payload, List<Signer> signers)
            throws RefusedException {
        var sealings = new ArrayList<Sealing>();
        byte[] message = preAuthentication(payloadType, payload);
        for (Signer signer : signers) {
            sealings.add(new Sealing(signer.key().id(), signer.sign(message)));
        }
        sealings.sort((a, b) -> a.keyId().compareTo(b.keyId()));
        return new Envelope(payloadType, payload, sealings);
    }

    /// The same with one more signature.
    public Envelope cosigned(Signer signer) throws RefusedException {
        var sealings = new ArrayList<>(signatures);
        sealings.removeIf(sealing -> sealing.keyId().equals(signer.key().id()));
        sealings.addAll(sign(payloadType, payload, List.of(signer)).signatures());
        sealings.sort((a, b) -> a.keyId().compareTo(b.keyId()));
        return new Envelope(payloadType, payload, sealings);
    }

    /// The same with the signatures of these keys only; nothing is checked.
    public Envelope signedBy(KeyRing ring) {
        return new Envelope(
                payloadType,
                payload,
                signatures.stream().filter(one -> ring.find(one.keyId()).isPresent()).toList());
    }

    /// The one spelling.
    public Bytes bytes() {
        return CanonicalJson.write(
                new FieldWriter()
                        .base64("payload", payload)
                        .text("payloadType", payloadType)
                        .items(
                                "signatures",
                                signatures.stream()
                                        .map(
                                                sealing ->
                                                        new FieldWriter()
                                                                .digest("keyid", sealing.keyId())
                                                                .base64("sig", sealing.signature())
                                                                .end())
                                        .toList())
                        .end());
    }

    /// Takes an envelope apart; nothing is checked against a key yet.
    public static Envelope read(Bytes bytes) throws RefusedException {
        if (bytes.length() > JsonLimits.ENVELOPE.bytes()) {
            throw new RefusedException(EnvelopeFault.TOO_LARGE);
        }
        var fields = CanonicalJson.readFields(bytes, JsonLimits.ENVELOPE).values();
        if (!fields.keySet().equals(Set.of("payload", "payloadType", "signatures"))
                || !(fields.get("payloadType") instanceof JsonValue.Text(String type))
                || !(fields.get("signatures") instanceof JsonValue.Items(var items))) {
            throw new RefusedException(EnvelopeFault.FIELD);
        }
        Bytes payload = base64(fields.get("payload"));
        if (payload.length() > LARGEST_PAYLOAD) {
            throw new RefusedException(EnvelopeFault.TOO_LARGE);
        }
        if (items.isEmpty()) {
            throw new RefusedException(EnvelopeFault.NO_SIGNATURE);
        }
        if (items.size() > MOST_SIGNATURES) {
            throw new RefusedException(EnvelopeFault.TOO_MANY_SIGNATURES);
        }
        var signatures = new ArrayList<Sealing>();
        for (JsonValue item : items) {
            Sealing next = sealing(item);
            int order =
                    signatures.isEmpty() ? 1 : next.keyId().compareTo(signatures.getLast().keyId());
            if (order <= 0) {
                throw new RefusedException(
                        order == 0 ? EnvelopeFault.SIGNER_TWICE : EnvelopeFault.SIGNER_ORDER);
            }
            signatures.add(next);
        }
        return new Envelope(type, payload, signatures);
    }

    private static Sealing sealing(JsonValue item) throws RefusedException {
        if (!(item instanceof JsonValue.Fields(var fields))
                || !fields.keySet().equals(Set.of("keyid", "sig"))
                || !(fields.get("keyid") instanceof JsonValue.Text(String id))) {
            throw new RefusedException(EnvelopeFault.SIGNATURE_FIELD);
        }
        Digest keyId =
                Digest.ofHex(id).orElseThrow(() -> new RefusedException(EnvelopeFault.KEY_ID));
        return new Sealing(keyId, base64(fields.get("sig")));
    }

    private static Bytes base64(@Nullable JsonValue value) throws RefusedException {
        if (value instanceof JsonValue.Text(String text)) {
            return Base64Text.parse(text)
                    .orElseThrow(() -> new RefusedException(EnvelopeFault.BASE64));
        }
        throw new RefusedException(EnvelopeFault.FIELD);
    }

    /// Checks every signature; each must be by a key that the ring knows.
    ///
    /// @param expectedType what the bytes must be
    /// @return the bytes that were checked, and by whom they are signed
    public Verified verify(String expectedType, KeyRing ring) throws RefusedException {
        if (!payloadType.equals(expectedType)) {
            throw new RefusedException(EnvelopeFault.PAYLOAD_TYPE);
        }
        byte[] message = preAuthentication(payloadType, payload);
        boolean counts = false;
        var signers = new ArrayList<Digest>();
        for (Sealing sealing : signatures) {
            PublicKey key =
                    ring.find(sealing.keyId())
                            .orElseThrow(() -> new RefusedException(EnvelopeFault.KEY_UNKNOWN));
            if (!key.id().equals(sealing.keyId())) {
                throw new RefusedException(EnvelopeFault.KEY_ID);
            }
            key.verify(message, sealing.signature());
            counts |= key.algorithm().mayStandAlone();
            signers.add(key.id());
        }
        if (!counts) {
            throw new RefusedException(
                    signers.isEmpty()
                            ? EnvelopeFault.NO_SIGNATURE
                            : EnvelopeFault.SECOND_ALGORITHM_ALONE);
        }
        return new Verified(payload, signers);
    }

    /// What DSSE signs: `DSSEv1`, then type and bytes with their lengths in front.
    static byte[] preAuthentication(String type, Bytes payload) {
        byte[] typeBytes = type.getBytes(StandardCharsets.UTF_8);
        return Bytes.concat(
                        Bytes.utf8("DSSEv1 " + typeBytes.length + " "),
                        Bytes.handedOver(typeBytes),
                        Bytes.utf8(" " + payload.length() + " "),
                        payload)
                .toArray();
    }
}
