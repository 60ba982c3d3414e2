// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;

/// The log as its author last saw it: how many entries, and the digest over all of them. The statement is younger.
public record SeenCheckpoint(long size, Digest tree) {

    JsonValue.Fields write() {
        return new FieldWriter().whole("size", size).digest("tree", tree).end();
    }

    static SeenCheckpoint read(FieldReader fields) throws RefusedException {
        return new SeenCheckpoint(
                fields.whole("size", 0, JsonValue.Whole.LARGEST), fields.digest("tree"));
    }
}
