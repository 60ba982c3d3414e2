// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.util.Locale;

/// What a person says by signing; shown before the signature is made, and wherever it is shown afterwards.
public enum Meaning {
    AUTHOR("I made these labels."),
    SUBMIT("I hand in this version as my reading."),
    REVIEW("I reviewed this version."),
    ADJUDICATE("I decided between these readings."),
    RELEASE("I release these versions for use."),
    WITHDRAW("I withdraw this statement."),
    UNBLIND("I open these readings to each other."),
    ENROL("I vouch for whose key this is."),
    ROTATE("I replace my key by another one."),
    REVOKE("I declare this key no longer to be believed."),
    GUIDELINE("I issue this guideline."),
    POLICY("I set these rules.");

    private final String sentence;

    Meaning(String sentence) {
        this.sentence = sentence;
    }

    /// In the words of the signer.
    public String sentence() {
        return sentence;
    }

    /// As statements spell it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
