// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;

/// What every statement says, whatever its kind.
///
/// @param tenant the organisation whose rules hold
/// @param casePseudonym what the case is called outside: a keyed hash, 32 hexadecimal digits; absent where none is meant
/// @param author the id of the key that signs
/// @param sequence 1 for the first statement of that key, then each one more
/// @param previous the statement of that key before this one; absent for the first
/// @param reason why, in the author's words
/// @param salt 32 random bytes, so that a digest does not give away a short content
/// @param more optional fields of later minor versions; kept and signed, not understood
public record Heading(
        String tenant,
        Optional<String> project,
        Optional<String> casePseudonym,
        Digest author,
        long sequence,
        Optional<Digest> previous,
        Optional<SeenCheckpoint> seen,
        StatedTime time,
        Software software,
        Optional<String> reason,
        Bytes salt,
        Optional<More> more) {
    public static final int SALT_BYTES = 32;
    private static final int LONGEST_REASON = 2000;
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");

    /// Features by name and their fields, of a later minor version.
    public record More(List<String> features, JsonValue.Fields fields) {
        public More {
            features = List.copyOf(features);
        }
    }

    public Heading {
        if (salt.length() != SALT_BYTES) {
            throw new IllegalArgumentException("a salt of " + salt.length() + " bytes");
        }
    }

    void write(FieldWriter out) {
        out.text("tenant", tenant)
                .optionalText("project", project)
                .optionalText("case", casePseudonym)
                .digest("author", author)
                .whole("sequence", sequence)
                .optionalDigest("previous", previous)
                .put("time", time.write())
                .put("software", software.write())
                .optionalText("reason", reason)
                .text("salt", salt.toHex());
        seen.ifPresent(checkpoint -> out.put("seen", checkpoint.write()));
        more.ifPresent(m -> out.texts("features", m.features()).put("extensions", m.fields()));
    }

    static Heading read(FieldReader in) throws RefusedException {
        var heading =
                new Heading(
                        in.word("tenant"),
                        in.optionalWord("project"),
                        in.has("case") ? Optional.of(in.text("case", PSEUDONYM)) : Optional.empty(),
                        in.digest("author"),
                        in.whole("sequence", 1, JsonValue.Whole.LARGEST),
                        in.optionalDigest("previous"),
                        in.optional("seen", SeenCheckpoint::read),
                        in.of("time", StatedTime::read),
                        in.of("software", Software::read),
                        in.optionalText("reason", LONGEST_REASON),
                        in.digest("salt").bytes(),
                        more(in));
        if (heading.sequence == 1 == heading.previous.isPresent()) {
            throw new RefusedException(StatementFault.SEQUENCE);
        }
        return heading;
    }

    private static Optional<More> more(FieldReader in) throws RefusedException {
        if (!in.has("features") && !in.has("extensions")) {
            return Optional.empty();
        }
        List<String> features = in.texts("features", 1, 32);
        for (String feature : features) {
            if (!FieldReader.WORD.matcher(feature).matches()) {
                throw new RefusedException(StatementFault.FIELD_TEXT, "features");
            }
        }
        return Optional.of(new More(features, in.fields("extensions")));
    }
}
