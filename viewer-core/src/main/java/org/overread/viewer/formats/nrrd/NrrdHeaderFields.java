// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nrrd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.viewer.formats.header.HeaderText;
import org.overread.viewer.formats.outcome.HeaderField;
import org.overread.viewer.formats.outcome.UnreadableImage;

/// The fields of an NRRD header in the file's order and spelling, comments and foreign keys too.
public final class NrrdHeaderFields {
    private NrrdHeaderFields() {}

    public static List<HeaderField> of(Path file) throws IOException, UnreadableImage {
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
}
