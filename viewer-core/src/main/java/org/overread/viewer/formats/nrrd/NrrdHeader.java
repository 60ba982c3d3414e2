// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nrrd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.header.HeaderText;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.UnreadableImage;

/// The fields of an NRRD header as text: names in lower case, each at most once.
///
/// `listed` are the file names behind `data file: LIST`; `dataStart` is the first byte after the header.
record NrrdHeader(Map<String, String> fields, List<String> listed, long dataStart) {
    private static final String DATA_FILE = "data file";

    NrrdHeader {
        fields = Map.copyOf(fields);
        listed = List.copyOf(listed);
    }

    static NrrdHeader of(Path file) throws IOException, UnreadableImage {
        String name = FileNames.of(file);
        HeaderText text = new HeaderText(file);
        String magic = text.next().orElse("");
        if (!magic.matches("NRRD000[1-5]")) {
            throw new UnreadableImage(
                    new ReadRefusal.Unsupported(
                            name, "an NRRD version named " + FileNames.quoted(magic)));
        }
        Map<String, String> fields = new HashMap<>();
        for (var line = text.next(); line.isPresent(); line = text.next()) {
            if (line.get().isEmpty()) {
                return new NrrdHeader(fields, List.of(), text.position());
            }
            add(line.get(), fields, name);
            if (fields.getOrDefault(DATA_FILE, "").startsWith("LIST")) {
                return new NrrdHeader(fields, text.restOfLines(), text.position());
            }
        }
        if (!fields.containsKey(DATA_FILE)) {
            throw new UnreadableImage(
                    new ReadRefusal.BadHeader(name, "no empty line ends it, so no samples follow"));
        }
        return new NrrdHeader(fields, List.of(), text.position());
    }

    private static void add(String line, Map<String, String> fields, String file)
            throws UnreadableImage {
        int colon = line.indexOf(':');
        if (line.startsWith("#") || line.startsWith(":=", Math.max(0, colon))) {
            return; // a comment, or a key and value that say nothing of the samples
        }
        if (colon < 1) {
            throw new UnreadableImage(
                    new ReadRefusal.BadHeader(
                            file, "the line " + FileNames.quoted(line) + " is no field"));
        }
        String field = spelled(line.substring(0, colon).strip().toLowerCase(Locale.ROOT));
        if (fields.put(field, line.substring(colon + 1).strip()) != null) {
            throw new UnreadableImage(
                    new ReadRefusal.BadHeader(
                            file, "the field " + FileNames.quoted(field) + " stands there twice"));
        }
    }

    private static String spelled(String field) {
        return switch (field) {
            case "datafile" -> DATA_FILE;
            case "byteskip" -> "byte skip";
            case "lineskip" -> "line skip";
            default -> field;
        };
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /// The words of a field; empty if it is missing.
    List<String> words(String name) {
        String text = fields.getOrDefault(name, "");
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    /// The quoted texts of a field; empty if it is missing.
    List<String> quotedTexts(String name) {
        List<String> texts = new ArrayList<>();
        String[] pieces = fields.getOrDefault(name, "").split("\"", -1);
        for (int n = 1; n < pieces.length; n += 2) {
            texts.add(pieces[n]);
        }
        return texts;
    }

    boolean isDetached() {
        return fields.containsKey(DATA_FILE);
    }
}
