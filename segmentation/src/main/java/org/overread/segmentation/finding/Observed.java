// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.finding;

import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.Measure;

/// What a finding is: something put into the patient, or a class that something belongs to.
public sealed interface Observed {

    /// A landmark, a box, a polygon or a measurement, with what it said when it was made or changed last.
    record Shaped(Measure shape, Figures figures) implements Observed {}

    /// A classification: its term and attributes are what the finding says.
    record Classified(Target of) implements Observed {}

    default FindingKind kind() {
        return switch (this) {
            case Shaped(Measure shape, _) -> FindingKind.of(shape);
            case Classified _ -> FindingKind.CLASSIFICATION;
        };
    }
}
