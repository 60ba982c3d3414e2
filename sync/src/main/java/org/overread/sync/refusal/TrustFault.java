// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.refusal;

/// What is wrong with who signed.
public enum TrustFault implements Refusal {
    ROOT_FORMAT("The root of trust is not written as it must be."),
    ROOT_THRESHOLD("The root of trust is not signed by as many of its keys as it must be."),
    ROOT_NOT_HANDED_OVER(
            "A new root of trust is not signed by as many keys of the one before it as it must be."),
    ROOT_OLDER("A root of trust is older than one that was already believed."),
    ROOT_FORKED("Two different roots of trust have the same version."),
    ROOT_GAP("A version of the root of trust is missing in between."),
    NOT_ENROLLED("Nobody whom the root names vouches for a key."),
    CERTIFICATE_SIGNER("A certificate is signed by a key that must not sign certificates."),
    CERTIFICATE_TWICE("Two certificates speak of one key in different ways."),
    OTHER_TENANT("A statement belongs to another organisation than the root of trust."),
    ROLE("The signer has no role that may make this statement."),
    POLICY_ROLE("The policy in force does not let this role make such a statement."),
    POLICY_SIGNATURES("Fewer people signed than the policy in force asks for."),
    POLICY_FORKED("There are two policies of one version."),
    OWN_WORK("The signer reviews or adjudicates what the same person made."),
    NOT_YET_VALID("A statement was made before the certificate of its key began."),
    EXPIRED("A statement was made after the certificate of its key had ended."),
    REVOKED("A statement came after the revocation of its key."),
    REVOCATION_SIGNER("A revocation is signed by a key that must not revoke."),
    ROTATION_SIGNERS("A rotation is not signed by both the old key and the new one."),
    ROTATION_PERSON("A rotation replaces a key by one of another person."),
    NOT_LOGGED("A statement is not in the log, and this check asks for that."),
    PROOF_OF_POSSESSION("A request does not prove that its sender has the key."),
    CODE_WRONG("The one-time code does not belong to this request."),
    CODE_USED("The one-time code was used already."),
    CODE_EXPIRED("The one-time code has run out."),
    CODE_TRIES("The one-time code was tried too often."),
    REQUEST_FORMAT("A request for a certificate is not written as it must be.");

    private final String sentence;

    TrustFault(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String group() {
        return "trust";
    }
}
