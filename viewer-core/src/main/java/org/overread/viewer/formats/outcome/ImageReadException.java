// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.outcome;

import java.io.IOException;

/// A NIfTI, NRRD or MetaImage file cannot be read, for the reason it carries.
public final class ImageReadException extends IOException {
    @java.io.Serial private static final long serialVersionUID = 1;

    private final transient ReadRefusal reason;

    public ImageReadException(ReadRefusal reason) {
        super(reason.describe());
        this.reason = reason;
    }

    public ReadRefusal reason() {
        return reason;
    }
}
