// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.finding;

import java.util.UUID;

/// What is classified.
public sealed interface Target {

    /// All that belongs together: the patient at that time.
    record OfCase() implements Target {}

    record OfSeries() implements Target {}

    /// Whatever there is of a structure, by its id in the ontology.
    record OfStructure(String structure) implements Target {}

    record OfFinding(UUID finding) implements Target {}
}
