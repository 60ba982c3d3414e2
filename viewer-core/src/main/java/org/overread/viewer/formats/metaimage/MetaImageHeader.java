// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.metaimage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.header.HeaderText;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.UnreadableImage;

/// The tags of a MetaImage header as text, each at most once; `ElementDataFile` ends it.
///
/// `listed` are the file names behind `ElementDataFile = LIST`; `dataStart` is the first byte after the header.
record MetaImageHeader(Map<String, String> tags, List<String> listed, long dataStart) {
    private static final String LAST_TAG = "ElementDataFile";

    MetaImageHeader {
        tags = Map.copyOf(tags);
        listed = List.copyOf(listed);
    }

    static MetaImageHeader of(Path file) throws IOException, UnreadableImage {
        String name = FileNames.of(file);
        HeaderText text = new HeaderText(file);
        Map<String, String> tags = new HashMap<>();
        for (var line = text.next(); line.isPresent(); line = text.next()) {
            if (line.get().isBlank()) {
                continue;
            }
            int sign = line.get().indexOf('=');
            if (sign < 1) {
                throw wrong(name, "the line " + FileNames.quoted(line.get()) + " is no tag");
            }
            String tag = spelled(line.get().substring(0, sign).strip());
            String value = line.get().substring(sign + 1).strip();
            if (tags.put(tag, value) != null && !tag.equals("Comment")) {
                throw wrong(name, "the tag " + FileNames.quoted(tag) + " stands there twice");
            }
            if (tag.equals(LAST_TAG)) {
                return new MetaImageHeader(
                        tags,
                        value.startsWith("LIST") ? text.restOfLines() : List.of(),
                        text.position());
            }
        }
        throw wrong(name, "it has no tag " + FileNames.quoted(LAST_TAG));
    }

    private static UnreadableImage wrong(String file, String fault) {
        return new UnreadableImage(new ReadRefusal.BadHeader(file, fault));
    }

    /// The tag's newest name.
    private static String spelled(String tag) {
        return switch (tag) {
            case "Position", "Origin" -> "Offset";
            case "Rotation", "Orientation" -> "TransformMatrix";
            case "ElementByteOrderMSB" -> "BinaryDataByteOrderMSB";
            default -> tag;
        };
    }

    Optional<String> tag(String name) {
        return Optional.ofNullable(tags.get(name));
    }

    /// The words of a tag; empty if it is missing.
    List<String> words(String name) {
        String text = tags.getOrDefault(name, "");
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    /// Whether the tag says yes; no if it is missing.
    boolean says(String name) {
        String text = tags.getOrDefault(name, "");
        return text.startsWith("T") || text.startsWith("t") || text.startsWith("1");
    }
}
