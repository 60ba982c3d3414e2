// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import java.util.List;
import java.util.Locale;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.refusal.RefusedException;

/// The text that labels are made under, in paragraphs, and example pictures, of right labels and of wrong ones.
public record Guideline(String key, String title, List<String> paragraphs, List<Example> examples)
        implements Document {
    private static final JsonLimits LIMITS = new JsonLimits(4 << 20, 8, 64 << 10);
    private static final int MOST = 4096;

    /// What an example shows.
    public enum Shows {
        RIGHT,
        WRONG;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A picture, kept as an object.
    public record Example(Shows shows, String caption, Digest picture, String mediaType) {}

    public Guideline {
        paragraphs = List.copyOf(paragraphs);
        examples = List.copyOf(examples);
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.GUIDELINE;
    }

    @Override
    public Bytes bytes() {
        return CanonicalJson.write(
                new FieldWriter()
                        .text("key", key)
                        .text("title", title)
                        .texts("paragraphs", paragraphs)
                        .items(
                                "examples",
                                examples.stream()
                                        .map(
                                                example ->
                                                        new FieldWriter()
                                                                .text(
                                                                        "shows",
                                                                        example.shows().word())
                                                                .text("caption", example.caption())
                                                                .digest(
                                                                        "picture",
                                                                        example.picture())
                                                                .text(
                                                                        "mediaType",
                                                                        example.mediaType())
                                                                .end())
                                        .toList())
                        .end());
    }

    public static Guideline read(Bytes bytes) throws RefusedException {
        var in = new FieldReader(CanonicalJson.readFields(bytes, LIMITS));
        var guideline =
                new Guideline(
                        in.word("key"),
                        in.text("title", 256),
                        in.texts("paragraphs", 0, MOST),
                        in.listOf(
                                "examples",
                                0,
                                MOST,
                                example ->
                                        new Example(
                                                example.oneOf("shows", Shows.values(), Shows::word),
                                                example.text("caption", 2000),
                                                example.digest("picture"),
                                                example.text("mediaType", 64))));
        in.end();
        return guideline;
    }
}
