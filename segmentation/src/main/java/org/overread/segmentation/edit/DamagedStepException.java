// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.edit;

import java.io.IOException;

/// Bytes are no step of a history.
public final class DamagedStepException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedStepException(String message) {
        super(message);
    }

    DamagedStepException(String message, Throwable cause) {
        super(message, cause);
    }
}
