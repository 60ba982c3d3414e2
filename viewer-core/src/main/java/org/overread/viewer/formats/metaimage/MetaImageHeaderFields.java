// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.metaimage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.viewer.formats.header.HeaderText;
import org.overread.viewer.formats.outcome.HeaderField;
import org.overread.viewer.formats.outcome.UnreadableImage;

/// The fields of a MetaImage header in the file's order and spelling, comments and foreign keys too.
public final class MetaImageHeaderFields {
    private MetaImageHeaderFields() {}

    public static List<HeaderField> of(Path file) throws IOException, UnreadableImage {
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
