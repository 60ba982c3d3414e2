// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.refusal;

/// What is wrong with an envelope, its signatures or its keys.
public enum EnvelopeFault implements Refusal {
    TOO_LARGE("The envelope is larger than its limit."),
    FIELD("The envelope does not have exactly its three fields."),
    BASE64("A part of the envelope is not base64 in the one way there is."),
    PAYLOAD_TYPE("The envelope says that it holds something else than is needed here."),
    NO_SIGNATURE("The envelope has no signature."),
    TOO_MANY_SIGNATURES("The envelope has more signatures than are allowed."),
    SIGNATURE_FIELD("A signature does not have exactly its two fields."),
    SIGNER_TWICE("One key signed twice."),
    SIGNER_ORDER("The signatures are not in the order of their keys."),
    KEY_ID("A key is not named by the digest of its public part."),
    KEY_UNKNOWN("A signature is by a key that nobody vouches for."),
    KEY_ENCODING("A public key is not encoded as its kind must be."),
    KEY_ALGORITHM("A public key is of a kind that is not accepted."),
    KEY_NOT_ON_CURVE("A public key is not a point of its curve."),
    KEY_NOT_CANONICAL("A public key is a point written in another way than the one way there is."),
    KEY_SMALL_ORDER("A public key is one of the weak points that accept forged signatures."),
    KEY_OUTSIDE_GROUP("A public key is a point of its curve outside the group of prime order."),
    SIGNATURE_LENGTH("A signature is not as long as its kind must be."),
    SIGNATURE_ENCODING("A signature is not encoded as its kind must be."),
    SIGNATURE_S_RANGE("A signature's number S is not below the order of its group."),
    SIGNATURE_R_CANONICAL(
            "A signature's point R is written in another way than the one way there is."),
    SIGNATURE_R_SMALL_ORDER("A signature's point R is one of the weak points."),
    SIGNATURE_R_OUTSIDE_GROUP(
            "A signature's point R is outside the group of prime order, so that programs disagree on it."),
    SIGNATURE_RANGE("A number of a signature is zero or not below the order of its group."),
    SIGNATURE_WRONG("A signature does not belong to these bytes and this key."),
    SECOND_ALGORITHM_ALONE("The only signatures are of a kind that may only stand beside others."),
    AUTHOR_NOT_SIGNER("The statement names an author who did not sign it.");

    private final String sentence;

    EnvelopeFault(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String group() {
        return "envelope";
    }
}
