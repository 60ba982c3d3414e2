// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

import java.io.IOException;
import java.io.Serial;

/// A file cannot be read, for the reason it carries. The message names no file and no patient.
public final class DicomReadException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    private final transient SkipReason reason;

    public DicomReadException(SkipReason reason) {
        super(reason.describe());
        this.reason = reason;
    }

    public DicomReadException(SkipReason reason, Throwable cause) {
        super(reason.describe(), cause);
        this.reason = reason;
    }

    public SkipReason reason() {
        return reason;
    }
}
