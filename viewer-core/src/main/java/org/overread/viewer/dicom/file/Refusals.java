// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/// What went wrong outside, as a reason that holds no path.
public final class Refusals {
    private Refusals() {}

    public static SkipReason of(IOException e) {
        return switch (e) {
            case DicomReadException known -> known.reason();
            case AccessDeniedException _ -> new SkipReason.Unreadable("access is denied");
            case NoSuchFileException _ -> new SkipReason.Unreadable("it does not exist");
            case FileSystemLoopException _ ->
                    new SkipReason.Unreadable("a link leads back to an enclosing folder");
            default -> new SkipReason.Unreadable(e.getClass().getSimpleName());
        };
    }
}
