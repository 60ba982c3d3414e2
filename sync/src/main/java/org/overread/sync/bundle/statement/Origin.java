// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.util.Locale;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;

/// Where a segment's first voxels came from, before a person changed or kept them. A model is named by the digest of its
/// file.
public record Origin(
        Kind kind, Optional<String> name, Optional<String> version, Optional<Digest> digest) {
    /// By hand, and nothing more is to be said.
    public static final Origin HAND =
            new Origin(Kind.HAND, Optional.empty(), Optional.empty(), Optional.empty());

    /// Who proposed.
    public enum Kind {
        HAND,
        /// A tool that a person applied.
        TOOL,
        MODEL,
        /// A file of another program.
        IMPORT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    JsonValue.Fields write() {
        return new FieldWriter()
                .text("kind", kind.word())
                .optionalText("name", name)
                .optionalText("version", version)
                .optionalDigest("digest", digest)
                .end();
    }

    static Origin read(FieldReader in) throws RefusedException {
        return new Origin(
                in.oneOf("kind", Kind.values(), Kind::word),
                in.optionalText("name", 64),
                in.optionalText("version", 64),
                in.optionalDigest("digest"));
    }
}
