// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.util.regex.Pattern;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;

/// What bytes of a statement turn out to be: one that this program knows, or one of a later major version or of somebody
/// else, which is kept, proved and shown, and never acted on.
public sealed interface StatementOrOpaque {
    Pattern TYPE_NAME = Pattern.compile("https://[a-z0-9./-]{1,200}");

    record Known(Statement statement) implements StatementOrOpaque {}

    record Opaque(String predicateType) implements StatementOrOpaque {}

    /// Reads bytes that were checked, or that this program made itself.
    static StatementOrOpaque read(Bytes bytes) throws RefusedException {
        var in = new FieldReader(CanonicalJson.readFields(bytes, JsonLimits.STATEMENT));
        if (!in.text("_type", 64).equals(Statement.type())) {
            throw new RefusedException(StatementFault.TYPE);
        }
        String predicateType = in.text("predicateType", TYPE_NAME);
        int subjects =
                in.listOf("subject", 1, Statement.mostSubjects(), StatementOrOpaque::subject)
                        .size();
        var kind = Kind.of(predicateType);
        if (kind.isEmpty()) {
            in.fields("predicate");
            in.end();
            return new Opaque(predicateType);
        }
        Statement statement = in.of("predicate", fields -> Statement.read(fields, kind.get()));
        in.end();
        // all fields of the predicate are known by now, so what still differs are the subjects
        if (subjects != statement.content().subjects().size() || !statement.bytes().equals(bytes)) {
            throw new RefusedException(StatementFault.SUBJECT);
        }
        return new Known(statement);
    }

    private static JsonValue.Fields subject(FieldReader in) throws RefusedException {
        in.word("name");
        return in.of(
                "digest",
                digest -> {
                    digest.digest("sha256");
                    return JsonValue.Fields.of(java.util.Map.of());
                });
    }
}
