// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.PublicKey;
import org.overread.sync.bundle.envelope.Signer;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.refusal.EnvelopeFault;
import org.overread.sync.refusal.JsonFault;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;
import org.overread.sync.refusal.TrustFault;

/// What a workstation sends to have its key certified: the key, proof that it has the secret half, and proof that its
/// owner knows the code.
public record EnrolmentRequest(PublicKey key, Bytes nonce, Bytes codeProof, Bytes possession) {
    private static final int NONCE = 32;

    /// Makes one.
    public static EnrolmentRequest of(Signer signer, EnrolmentCode code, SecureRandom random)
            throws RefusedException {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        Bytes salt = Bytes.handedOver(nonce);
        Bytes proof = codeProof(code, signer.key(), salt);
        return new EnrolmentRequest(
                signer.key(), salt, proof, signer.sign(possessed(signer.key(), salt, proof)));
    }

    private static Bytes codeProof(EnrolmentCode code, PublicKey key, Bytes nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            code.characters().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            mac.update("overread-enrolment/1\n".getBytes(StandardCharsets.US_ASCII));
            mac.update(nonce.toArray());
            return Bytes.handedOver(mac.doFinal(key.encoded().toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA256", e);
        }
    }

    private static byte[] possessed(PublicKey key, Bytes nonce, Bytes codeProof) {
        return Bytes.concat(Bytes.utf8("overread-possession/1\n"), nonce, codeProof, key.encoded())
                .toArray();
    }

    /// Checks that the sender has the key.
    void requirePossession() throws RefusedException {
        try {
            key.verify(possessed(key, nonce, codeProof), possession);
        } catch (RefusedException e) {
            throw new RefusedException(TrustFault.PROOF_OF_POSSESSION, e.reason().code());
        }
    }

    boolean knows(EnrolmentCode code) {
        return MessageDigest.isEqual(codeProof(code, key, nonce).toArray(), codeProof.toArray());
    }

    public Bytes bytes() {
        return CanonicalJson.write(
                new FieldWriter()
                        .base64("key", key.encoded())
                        .base64("nonce", nonce)
                        .base64("codeProof", codeProof)
                        .base64("possession", possession)
                        .end());
    }

    public static EnrolmentRequest read(Bytes bytes) throws RefusedException {
        try {
            var in = new FieldReader(CanonicalJson.readFields(bytes, JsonLimits.STATEMENT));
            var request =
                    new EnrolmentRequest(
                            PublicKey.of(in.base64("key")),
                            in.base64("nonce"),
                            in.base64("codeProof"),
                            in.base64("possession"));
            in.end();
            if (request.nonce.length() != NONCE || request.codeProof.length() != Digest.LENGTH) {
                throw new RefusedException(TrustFault.REQUEST_FORMAT);
            }
            return request;
        } catch (RefusedException e) {
            throw switch (e.reason()) {
                case JsonFault _, StatementFault _ ->
                        new RefusedException(TrustFault.REQUEST_FORMAT, e.reason().code());
                case EnvelopeFault fault -> new RefusedException(fault);
                default -> e;
            };
        }
    }
}
