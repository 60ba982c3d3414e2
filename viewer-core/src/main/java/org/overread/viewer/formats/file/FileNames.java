// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.file;

import java.nio.file.Path;
import java.util.Locale;

/// Names of files as they may be shown: without folders, without what is not printable.
public final class FileNames {
    private static final int LONGEST = 80;

    private FileNames() {}

    public static String of(Path file) {
        Path name = file.getFileName();
        return printable(name == null ? file.toString() : name.toString());
    }

    /// Text out of a file, fit for a sentence.
    public static String quoted(String text) {
        return '"' + printable(text) + '"';
    }

    /// The name without the ending of its format.
    public static String title(Path file) {
        return stem(of(file));
    }

    /// `file` with another ending; a `.gz` counts as part of the old one.
    public static Path withEnding(Path file, String ending) {
        Path name = file.getFileName();
        return file.resolveSibling(stem(name == null ? "" : name.toString()) + ending);
    }

    private static String stem(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int end = lower.endsWith(".gz") ? name.length() - 3 : name.length();
        int dot = lower.lastIndexOf('.', end - 1);
        return name.substring(0, dot > 0 ? dot : end);
    }

    private static String printable(String text) {
        String shown =
                text.codePoints()
                        .map(c -> Character.isISOControl(c) || c == 0xFFFD ? '?' : c)
                        .limit(LONGEST)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown;
    }
}
