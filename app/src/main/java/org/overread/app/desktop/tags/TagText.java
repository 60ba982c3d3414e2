// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.tags;

import java.util.List;
import java.util.stream.Collectors;
import org.overread.viewer.opening.TagLine;

/// Tags as text that a spreadsheet takes: a line each, tabs between number, type, name and value.
final class TagText {
    private static final String INDENT = "  ";

    private TagText() {}

    static String copied(List<TagLine> lines) {
        return lines.stream().map(TagText::copied).collect(Collectors.joining("\n"));
    }

    private static String copied(TagLine line) {
        String value = line.value().replaceAll("[\\t\\r\\n]+", " ");
        String indent = INDENT.repeat(line.depth());
        return line.tag()
                .map(
                        tag ->
                                String.join(
                                        "\t",
                                        indent + tag,
                                        line.vr().orElse(""),
                                        name(line),
                                        value))
                .orElse(indent + line.name() + "\t" + value);
    }

    /// What stands in the column of names.
    static String name(TagLine line) {
        if (!line.isPrivate()) {
            return line.name();
        }
        return line.name().isEmpty() ? "private" : "private: " + line.name();
    }
}
