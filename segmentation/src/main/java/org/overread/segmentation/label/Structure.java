// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

import java.util.Optional;

/// A class of the project's ontology: what segments are of. `parent` is the id of the structure that it is a kind or a
/// part of.
public record Structure(
        String id, String name, Optional<Code> code, LabelColor color, Optional<String> parent) {
    public Structure {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException(
                    "A structure has an id and a name; here they are '%s' and '%s'."
                            .formatted(id, name));
        }
    }
}
