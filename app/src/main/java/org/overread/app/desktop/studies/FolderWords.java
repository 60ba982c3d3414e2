// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.overread.app.desktop.notice.Notice;

/// Words a folder that could not be read, for people.
public final class FolderWords {
    private FolderWords() {}

    public static Notice notice(StudiesModel.FolderFailure failure) {
        String reason =
                switch (failure.cause()) {
                    case NoSuchFileException _ -> "it is no longer there";
                    case AccessDeniedException _ -> "you have no right to read it";
                    case NotDirectoryException _ -> "it is not a folder";
                    default -> "reading it failed";
                };
        return Notice.bad(
                "“%s” was not opened: %s.".formatted(failure.folder(), reason),
                "Nothing was changed.",
                "Check that the disk is connected, or open another folder.");
    }
}
