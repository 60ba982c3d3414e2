// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The fields of headers that are lines of text, in the file's order and spelling, comments and foreign keys too.
final class TextHeaderFields {
    private TextHeaderFields() {}

    static List<HeaderField> ofNrrd(Path file) throws IOException, UnreadableImage {
        HeaderText text = new HeaderText(file);
        List<HeaderField> fields = new ArrayList<>();
        text.next().ifPresent(magic -> fields.add(new HeaderField("magic", magic)));
        for (Optional<String> line = text.next();
                line.isPresent() && !line.get().isEmpty();
                line = text.next()) {
            fields.add(nrrd(line.get()));
        }
        return fields;
    }

    private static HeaderField nrrd(String line) {
        int colon = line.indexOf(':');
        if (line.startsWith("#")) {
            return new HeaderField("#", line.substring(1).strip());
        }
        if (colon < 1) {
            return new HeaderField("", line);
        }
        int value = line.startsWith(":=", colon) ? colon + 2 : colon + 1;
        return new HeaderField(line.substring(0, colon).strip(), line.substring(value).strip());
    }

    static List<HeaderField> ofMetaImage(Path file) throws IOException, UnreadableImage {
        HeaderText text = new HeaderText(file);
        List<HeaderField> fields = new ArrayList<>();
        for (Optional<String> line = text.next(); line.isPresent(); line = text.next()) {
            int sign = line.get().indexOf('=');
            if (sign < 1) {
                continue;
            }
            String name = line.get().substring(0, sign).strip();
            fields.add(new HeaderField(name, line.get().substring(sign + 1).strip()));
            if (name.equals("ElementDataFile")) {
                break;
            }
        }
        return fields;
    }
}
