// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

/// A command cannot do what was asked; the message is the one sentence that a person reads.
final class CommandRefused extends Exception {
    private static final long serialVersionUID = 1;

    CommandRefused(String sentence) {
        super(sentence);
    }

    CommandRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
