// SPDX-License-Identifier: Apache-2.0
package org.overread.app.store;

import java.io.IOException;

/// Labels from a file are not taken, or not written; the message is a sentence for people.
public final class LabelFileException extends IOException {
    private static final long serialVersionUID = 1;

    public LabelFileException(String sentence) {
        super(sentence);
    }
}
