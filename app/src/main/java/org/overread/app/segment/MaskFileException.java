// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.io.IOException;

/// A mask file cannot be used or written; the message is a sentence for people.
public final class MaskFileException extends IOException {
    private static final long serialVersionUID = 1;

    MaskFileException(String sentence) {
        super(sentence);
    }

    MaskFileException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
