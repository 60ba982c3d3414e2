// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;

/// The program that made the statement, and the digest of what it was built as.
public record Software(String name, String version, Digest build) {

    JsonValue.Fields write() {
        return new FieldWriter()
                .text("name", name)
                .text("version", version)
                .digest("build", build)
                .end();
    }

    static Software read(FieldReader fields) throws RefusedException {
        return new Software(
                fields.text("name", 64), fields.text("version", 64), fields.digest("build"));
    }
}
