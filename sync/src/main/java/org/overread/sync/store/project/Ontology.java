// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;

/// The Structures of a project. Parents stand before their children, so there is no cycle. Its canonical bytes are what
/// versions name by digest.
public record Ontology(String key, String name, List<Term> terms) implements Document {
    private static final JsonLimits LIMITS = new JsonLimits(4 << 20, 8, 64 << 10);
    private static final int MOST_TERMS = 0xFFFF;
    private static final int LONG = 256;

    /// A Structure.
    ///
    /// @param color `#rrggbb`
    /// @param modalities DICOM's words, such as `CT`; none: all are allowed
    public record Term(
            String id,
            String name,
            Optional<String> parent,
            List<Code> codes,
            String color,
            List<Attribute> attributes,
            List<String> modalities) {
        private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
        private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

        public Term {
            if (!ID.matcher(id).matches() || name.isBlank() || !COLOR.matcher(color).matches()) {
                throw new IllegalArgumentException(
                        "a structure '%s' named '%s' of colour '%s'".formatted(id, name, color));
            }
            codes = List.copyOf(codes);
            attributes = List.copyOf(attributes);
            modalities = List.copyOf(modalities);
        }
    }

    /// A term of RadLex, SNOMED CT or another vocabulary.
    public record Code(String scheme, String value, String meaning) {}

    /// Whether a reader must say it.
    public enum Need {
        REQUIRED,
        OPTIONAL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is said of a segment of a structure; one of the values, or free text where there are none.
    public record Attribute(String name, Need need, List<String> values) {
        public Attribute {
            values = List.copyOf(values);
        }
    }

    public Ontology {
        terms = List.copyOf(terms);
        Set<String> known = new HashSet<>();
        for (Term term : terms) {
            if (term.parent().isPresent() && !known.contains(term.parent().get())) {
                throw new IllegalArgumentException(
                        "'%s' stands before its parent '%s'"
                                .formatted(term.id(), term.parent().get()));
            }
            if (!known.add(term.id())) {
                throw new IllegalArgumentException("'%s' stands twice".formatted(term.id()));
            }
        }
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.ONTOLOGY;
    }

    @Override
    public Bytes bytes() {
        return CanonicalJson.write(
                new FieldWriter()
                        .text("key", key)
                        .text("name", name)
                        .items("terms", terms.stream().map(Ontology::write).toList())
                        .end());
    }

    public static Ontology read(Bytes bytes) throws RefusedException {
        var in = new FieldReader(CanonicalJson.readFields(bytes, LIMITS));
        try {
            var ontology =
                    new Ontology(
                            in.word("key"),
                            in.text("name", LONG),
                            in.listOf("terms", 0, MOST_TERMS, Ontology::term));
            in.end();
            return ontology;
        } catch (IllegalArgumentException e) {
            throw Documents.contradictory(e);
        }
    }

    private static JsonValue.Fields write(Term term) {
        return new FieldWriter()
                .text("id", term.id())
                .text("name", term.name())
                .optionalText("parent", term.parent())
                .items(
                        "codes",
                        term.codes().stream()
                                .map(
                                        code ->
                                                new FieldWriter()
                                                        .text("scheme", code.scheme())
                                                        .text("value", code.value())
                                                        .text("meaning", code.meaning())
                                                        .end())
                                .toList())
                .text("color", term.color())
                .items(
                        "attributes",
                        term.attributes().stream()
                                .map(
                                        attribute ->
                                                new FieldWriter()
                                                        .text("name", attribute.name())
                                                        .text("need", attribute.need().word())
                                                        .texts("values", attribute.values())
                                                        .end())
                                .toList())
                .texts("modalities", term.modalities())
                .end();
    }

    private static Term term(FieldReader in) throws RefusedException {
        return new Term(
                in.word("id"),
                in.text("name", LONG),
                in.optionalWord("parent"),
                in.listOf(
                        "codes",
                        0,
                        16,
                        code ->
                                new Code(
                                        code.text("scheme", 32),
                                        code.text("value", 64),
                                        code.text("meaning", LONG))),
                in.text("color", Term.COLOR),
                in.listOf(
                        "attributes",
                        0,
                        64,
                        attribute ->
                                new Attribute(
                                        attribute.text("name", LONG),
                                        attribute.oneOf("need", Need.values(), Need::word),
                                        attribute.texts("values", 0, 256))),
                in.texts("modalities", 0, 16));
    }
}
