// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

import java.io.IOException;
import java.io.Serial;

/// A file cannot be read, for the reason it carries. The message names no file and no patient.
public final class DicomReadException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    private final transient SkipReason reason;
    private final String seriesUid;

    public DicomReadException(SkipReason reason) {
        super(reason.describe());
        this.reason = reason;
        seriesUid = "";
    }

    public DicomReadException(SkipReason reason, Throwable cause) {
        super(reason.describe(), cause);
        this.reason = reason;
        seriesUid = "";
    }

    private DicomReadException(DicomReadException cause, String seriesUid) {
        super(cause.getMessage(), cause);
        reason = cause.reason;
        this.seriesUid = seriesUid;
    }

    /// The same of an image that its series will lack.
    public DicomReadException lackedBy(String series) {
        return new DicomReadException(this, series);
    }

    /// The series that lacks the image; empty where that is not known.
    public String seriesUid() {
        return seriesUid;
    }

    public SkipReason reason() {
        return reason;
    }
}
