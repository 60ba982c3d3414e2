// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.refusal;

/// Why a sealed key does not open.
public enum KeyFault implements Refusal {
    FORMAT("The file is not a sealed key."),
    VERSION("The sealed key is of a later version than can be read here."),
    COST("The sealed key asks for more or less work to open than is allowed."),
    PASSPHRASE("The passphrase is wrong, or the sealed key was changed."),
    OTHER_FACTOR(
            "This key opens only with the secret of the system's key store, which is not there."),
    LOCKED("The key is locked."),
    KEY_LOST("What was sealed is not a key of its public part.");

    private final String sentence;

    KeyFault(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String group() {
        return "key";
    }
}
