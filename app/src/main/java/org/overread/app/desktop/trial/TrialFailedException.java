// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trial;

/// A trial could not be made; the message is a sentence for people.
public final class TrialFailedException extends Exception {
    private static final long serialVersionUID = 1;

    TrialFailedException(String sentence) {
        super(sentence);
    }
}
