// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;

/// A guideline or an ontology: its id, its version, and the digest of its text.
public record Reference(String id, String version, Digest digest) {

    JsonValue.Fields write() {
        return new FieldWriter()
                .text("id", id)
                .text("version", version)
                .digest("digest", digest)
                .end();
    }

    static Reference read(FieldReader fields) throws RefusedException {
        return new Reference(
                fields.word("id"), fields.text("version", 64), fields.digest("digest"));
    }
}
