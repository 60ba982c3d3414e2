// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.edit;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Where an edit comes from: `name` as people read it ("Brush on Liver"), the tool's own name, its parameters in words,
/// and the seed of chance where it used any, so that it can be done again.
public record EditOrigin(
        String name, String tool, Map<String, String> parameters, OptionalLong seed) {
    public EditOrigin {
        if (name.isBlank() || tool.isBlank()) {
            throw new IllegalArgumentException(
                    "An edit has a name and a tool; here they are '%s' and '%s'."
                            .formatted(name, tool));
        }
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    public static EditOrigin of(String name, String tool) {
        return new EditOrigin(name, tool, Map.of(), OptionalLong.empty());
    }
}
