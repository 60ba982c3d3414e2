// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.volumes;

import java.util.List;
import java.util.Locale;
import org.overread.viewer.opening.TagLine;

/// Tags in columns for people: number, type, name, value; what is in a sequence stands further right. A value that is
/// cut ends in `…` and how many characters it has.
final class DumpText {
    private static final int WIDEST_NAME = 40;
    private static final int LONGEST_VALUE = 80;
    private static final String PRIVATE = "private";

    private DumpText() {}

    static String columns(List<TagLine> lines) {
        int width = 0;
        for (TagLine line : lines) {
            width = Math.max(width, Math.min(WIDEST_NAME, name(line).length()));
        }
        var text = new StringBuilder();
        for (TagLine line : lines) {
            text.append("  ".repeat(line.depth()));
            line.tag().ifPresent(tag -> text.append(tag).append("  "));
            if (line.tag().isPresent()) {
                text.append(padded(line.vr().orElse(""), 2)).append("  ");
            }
            text.append(padded(cut(name(line), WIDEST_NAME), width))
                    .append("  ")
                    .append(value(line));
            int end = text.length();
            while (text.charAt(end - 1) == ' ') {
                end--;
            }
            text.setLength(end);
            text.append('\n');
        }
        return text.toString();
    }

    private static String name(TagLine line) {
        if (!line.isPrivate()) {
            return line.name();
        }
        return line.name().isEmpty() ? PRIVATE : PRIVATE + ": " + line.name();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String value(TagLine line) {
        String whole = line.value();
        return whole.length() <= LONGEST_VALUE
                ? printable(whole)
                : String.format(
                        Locale.ROOT,
                        "%s (%,d characters)",
                        printable(cut(whole, LONGEST_VALUE)),
                        whole.length());
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /// No value can steer a terminal or break a line.
    private static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
