// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;

/// The images that labels belong to, by digests of their voxels and of their geometry: never by identifiers, so nothing of
/// the patient is said and nobody without the images can tell which they are.
public record ImageBinding(Digest voxels, Digest geometry) {

    JsonValue.Fields write() {
        return new FieldWriter().digest("voxels", voxels).digest("geometry", geometry).end();
    }

    static ImageBinding read(FieldReader fields) throws RefusedException {
        return new ImageBinding(fields.digest("voxels"), fields.digest("geometry"));
    }
}
