// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.finding;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.overread.segmentation.label.Confidence;

/// What a reader said of a finding: the term of the ontology that it is of, attributes by name, and how sure they are.
/// Nothing is said for them: what they did not say is absent.
public record Said(
        Optional<String> term, Map<String, String> attributes, Optional<Confidence> confidence) {
    public static final Said NOTHING = new Said(Optional.empty(), Map.of(), Optional.empty());

    public Said {
        var sorted = new TreeMap<String, String>();
        attributes.forEach(
                (name, value) -> {
                    if (!value.isBlank()) {
                        sorted.put(name, value.strip());
                    }
                });
        attributes = Map.copyOf(sorted);
    }

    public Said with(Confidence newConfidence) {
        return new Said(term, attributes, Optional.of(newConfidence));
    }

    /// Another term has other attributes.
    public Said of(Optional<String> newTerm, Map<String, String> newAttributes) {
        return new Said(newTerm, newAttributes, confidence);
    }
}
