// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Locale;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.studies.StudiesModel.Refusal;

/// Words a folder or file that is not shown, for people.
public final class FolderWords {
    private FolderWords() {}

    public static Notice notice(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unreadable(String folder, Throwable cause) ->
                    Notice.bad(
                            "“%s” was not opened: %s.".formatted(folder, reason(cause)),
                            "What is open stays as it is.",
                            "Check that the disk is connected, or open another folder.");
            case Refusal.NothingThere(String folder, List<SkippedFile> skipped) ->
                    Notice.bad(
                            "“%s” was not opened: it holds no image.".formatted(folder),
                            nothing(skipped),
                            "What is open stays as it is.");
        };
    }

    private static String reason(Throwable cause) {
        return switch (cause) {
            case NoSuchFileException _ -> "it is no longer there";
            case AccessDeniedException _ -> "you have no right to read it";
            case NotDirectoryException _ -> "it is not a folder";
            default -> "reading it failed";
        };
    }

    /// Why there is nothing to see, in a sentence.
    static String nothing(List<SkippedFile> skipped) {
        return switch (skipped.size()) {
            case 0 -> "There are no files in it.";
            case 1 -> skipped.getFirst().reason();
            default ->
                    String.format(
                            Locale.ROOT,
                            "None of its %,d files is a DICOM image that can be shown.",
                            skipped.size());
        };
    }
}
