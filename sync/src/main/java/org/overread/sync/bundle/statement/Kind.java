// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of statements; the word is the predicate type's part and never changes, a new meaning is a new major version.
public enum Kind {
    VERSION("version", Meaning.AUTHOR, "content"),
    SUBMIT("submit", Meaning.SUBMIT, "statement"),
    REVIEW("review", Meaning.REVIEW, "statement"),
    ADJUDICATE("adjudicate", Meaning.ADJUDICATE, "statement"),
    RELEASE("release", Meaning.RELEASE, "statement"),
    WITHDRAW("withdraw", Meaning.WITHDRAW, "statement"),
    UNBLIND("unblind", Meaning.UNBLIND, "statement"),
    KEY_CERTIFICATE("key-certificate", Meaning.ENROL, "key"),
    KEY_ROTATION("key-rotation", Meaning.ROTATE, "key"),
    KEY_REVOCATION("key-revocation", Meaning.REVOKE, "key"),
    GUIDELINE_RELEASE("guideline-release", Meaning.GUIDELINE, "guideline"),
    POLICY("policy", Meaning.POLICY, "policy");

    private static final String BEFORE = "https://overread.org/statement/";
    private static final String AFTER = "/v1";

    private final String word;
    private final Meaning meaning;
    private final String subject;

    Kind(String word, Meaning meaning, String subject) {
        this.word = word;
        this.meaning = meaning;
        this.subject = subject;
    }

    public String word() {
        return word;
    }

    /// What signing a statement of this kind says.
    public Meaning meaning() {
        return meaning;
    }

    /// What its subjects are called.
    public String subject() {
        return subject;
    }

    public String predicateType() {
        return BEFORE + word + AFTER;
    }

    /// The kind; empty for predicate types of others or of another major version.
    public static Optional<Kind> of(String predicateType) {
        return Arrays.stream(values())
                .filter(kind -> kind.predicateType().equals(predicateType))
                .findFirst();
    }
}
