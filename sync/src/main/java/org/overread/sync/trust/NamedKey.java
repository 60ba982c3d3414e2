// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.trust;

import org.overread.sync.bundle.envelope.PublicKey;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.log.Checkpoint;
import org.overread.sync.refusal.RefusedException;

/// A key and the name that it signs notes under: a log's origin, or a witness.
public record NamedKey(String name, PublicKey key) {

    JsonValue.Fields write() {
        return new FieldWriter().text("name", name).base64("key", key.encoded()).end();
    }

    static NamedKey read(FieldReader in) throws RefusedException {
        return new NamedKey(in.text("name", Checkpoint.ORIGIN), PublicKey.of(in.base64("key")));
    }
}
