// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.util.List;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.FieldWriter;

/// What a statement of one kind says.
public sealed interface Content permits Decision, KeyContent, RuleContent, Version {

    Kind kind();

    /// What the statement is about, by digest, in its order.
    List<Digest> subjects();

    /// Statements that must be known before this one can be judged, none twice.
    List<Digest> buildsUpon();

    /// Adds its fields.
    void write(FieldWriter out);
}
