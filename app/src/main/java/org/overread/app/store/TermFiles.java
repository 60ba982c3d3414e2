// SPDX-License-Identifier: Apache-2.0
package org.overread.app.store;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.project.Guideline;
import org.overread.sync.store.project.Ontology;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Ontologies and guidelines from files that people write. An ontology is JSON in the words of a workspace, spelled as
/// people like. A guideline is text: the first line is its title, empty lines part its paragraphs, and a line
/// `![right: caption](picture.png)` or `![wrong: …](…)` shows an example.
public final class TermFiles {
    private static final Pattern EXAMPLE =
            Pattern.compile("!\\[(right|wrong):?\\s*(.*?)]\\((.+)\\)", Pattern.CASE_INSENSITIVE);
    private static final int LARGEST = 8 << 20;

    private TermFiles() {}

    /// Keeps the ontology of a file as the newest revision of its project. Blocks.
    public static void ontology(Workspace workspace, String project, Path file) throws IOException {
        Ontology ontology;
        try {
            ontology = Ontology.read(CanonicalJson.write(value(tree(file))));
        } catch (RefusedException e) {
            throw new LabelFileException(
                    "%s is no ontology: %s".formatted(file.getFileName(), e.getMessage()));
        }
        workspace.documents().add(project, ontology, List.of());
    }

    private static JsonNode tree(Path file) throws IOException {
        try {
            return JsonMapper.shared().readTree(text(file));
        } catch (JacksonException _) {
            throw new LabelFileException(file.getFileName() + " is not JSON.");
        }
    }

    private static JsonValue value(JsonNode node) throws LabelFileException {
        if (node.isObject()) {
            var fields = new TreeMap<String, JsonValue>();
            for (var property : node.properties()) {
                fields.put(property.getKey(), value(property.getValue()));
            }
            return new JsonValue.Fields(fields);
        }
        if (node.isArray()) {
            var items = new ArrayList<JsonValue>();
            for (JsonNode item : node) {
                items.add(value(item));
            }
            return JsonValue.items(items);
        }
        if (node.isString()) {
            return JsonValue.text(node.asString());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return JsonValue.whole(node.asLong());
        }
        throw new LabelFileException("An ontology holds texts, lists and objects only.");
    }

    /// Keeps the guideline of a file as the newest revision of its project. Blocks.
    public static void guideline(Workspace workspace, String project, Path file)
            throws IOException {
        var pictures = new ArrayList<Bytes>();
        var examples = new ArrayList<Guideline.Example>();
        var paragraphs = new ArrayList<String>();
        String title = "";
        for (String block : text(file).replace("\r\n", "\n").split("\n\\s*\n", -1)) {
            var words = new StringBuilder();
            for (String line : block.strip().split("\n", -1)) {
                Matcher example = EXAMPLE.matcher(line.strip());
                if (example.matches()) {
                    examples.add(example(file, example, pictures));
                } else {
                    words.append(words.isEmpty() ? "" : " ").append(line.strip());
                }
            }
            if (title.isEmpty() && !words.isEmpty()) {
                title = words.toString().replaceFirst("^#+\\s*", "");
            } else if (!words.isEmpty()) {
                paragraphs.add(words.toString());
            }
        }
        if (title.isEmpty()) {
            throw new LabelFileException(file.getFileName() + " holds no text.");
        }
        workspace
                .documents()
                .add(project, new Guideline(key(file), title, paragraphs, examples), pictures);
    }

    private static Guideline.Example example(Path file, Matcher found, List<Bytes> pictures)
            throws IOException {
        Path picture = file.resolveSibling(found.group(3));
        if (!Files.isRegularFile(picture) || Files.size(picture) > LARGEST) {
            throw new LabelFileException(
                    "The picture %s of the guideline is not there, or is too large."
                            .formatted(found.group(3)));
        }
        Bytes bytes = Bytes.handedOver(Files.readAllBytes(picture));
        pictures.add(bytes);
        return new Guideline.Example(
                Guideline.Shows.valueOf(found.group(1).toUpperCase(Locale.ROOT)),
                found.group(2).strip(),
                bytes.digest(),
                mediaType(picture));
    }

    private static String mediaType(Path picture) throws LabelFileException {
        String name = String.valueOf(picture.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) {
            return "image/png";
        }
        if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
            return "image/jpeg";
        }
        throw new LabelFileException(picture.getFileName() + " is neither PNG nor JPEG.");
    }

    /// `liver v2.md` is the guideline `liver-v2`.
    private static String key(Path file) {
        String word =
                String.valueOf(file.getFileName())
                        .replaceFirst("\\.[^.]*$", "")
                        .replaceAll("[^A-Za-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return word.isEmpty() ? "guideline" : word.substring(0, Math.min(64, word.length()));
    }

    private static String text(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new LabelFileException(file.getFileName() + " is too large to be text.");
            }
            return Files.readString(file);
        } catch (CharacterCodingException _) {
            throw new LabelFileException(file.getFileName() + " is not text in UTF-8.");
        }
    }
}
