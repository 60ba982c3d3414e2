// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.util.Optional;
import java.util.regex.Pattern;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;

/// One segment of a layer of labels.
///
/// @param value the value of its voxels in the layer
/// @param number its number within the reading, never given twice
/// @param color `#rrggbb`
/// @param status a word of the program that made it
/// @param confidence how sure the reader is, in 1/255; 0 where the images do not let a reader say; absent where it was
///     not rated
public record SegmentEntry(
        int value,
        int number,
        String name,
        String structure,
        Optional<Term> code,
        String color,
        String status,
        Optional<Integer> confidence,
        Origin origin) {
    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");

    /// What a level of the ordinal scale from 1 to 5 is in 1/255.
    public static final int CONFIDENCE_STEP = 51;

    /// Whether the confidence, if there is one, is a level from 1 to 5, or that the images do not let a reader say.
    public boolean isConfidenceOrdinal() {
        return confidence.map(level -> level % CONFIDENCE_STEP).orElse(0) == 0;
    }

    /// The level from 1 to 5; 0 where the images do not let a reader say; empty where it was not rated.
    public Optional<Integer> confidenceLevel() {
        return confidence.map(level -> Math.round((float) level / CONFIDENCE_STEP));
    }

    /// A term of a published vocabulary.
    public record Term(String scheme, String value, String meaning) {
        JsonValue.Fields write() {
            return new FieldWriter()
                    .text("scheme", scheme)
                    .text("value", value)
                    .text("meaning", meaning)
                    .end();
        }

        static Term read(FieldReader in) throws RefusedException {
            return new Term(in.text("scheme", 32), in.text("value", 64), in.text("meaning", 128));
        }
    }

    JsonValue.Fields write() {
        var out =
                new FieldWriter()
                        .whole("value", value)
                        .whole("number", number)
                        .text("name", name)
                        .text("structure", structure)
                        .text("color", color)
                        .text("status", status)
                        .put("origin", origin.write());
        code.ifPresent(term -> out.put("code", term.write()));
        confidence.ifPresent(level -> out.whole("confidence", level));
        return out.end();
    }

    static SegmentEntry read(FieldReader in) throws RefusedException {
        return new SegmentEntry(
                in.small("value", 1, 0xFFFF),
                in.small("number", 1, Integer.MAX_VALUE),
                in.text("name", 128),
                in.text("structure", 64),
                in.optional("code", Term::read),
                in.text("color", COLOR),
                in.word("status"),
                in.has("confidence")
                        ? Optional.of(in.small("confidence", 0, 255))
                        : Optional.empty(),
                in.of("origin", Origin::read));
    }
}
