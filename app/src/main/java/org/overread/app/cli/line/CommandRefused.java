// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.line;

/// A command cannot do what was asked; the message is the one sentence that a person reads.
public final class CommandRefused extends Exception {
    private static final long serialVersionUID = 1;

    public CommandRefused(String sentence) {
        super(sentence);
    }

    public CommandRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
