// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sample;

import java.io.IOException;

/// The folder for the sample holds something that the sample did not write, so it is left alone.
public final class FolderInUseException extends IOException {
    private static final long serialVersionUID = 1;

    FolderInUseException() {
        super("the folder is not empty and holds no sample study");
    }
}
