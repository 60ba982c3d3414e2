// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.finding;

import org.overread.viewer.measure.Marking;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.Region;
import org.overread.viewer.measure.Ruler;

/// The kinds of findings, as lists group them.
public enum FindingKind {
    LANDMARK,
    BOX,
    POLYGON,
    MEASUREMENT,
    CLASSIFICATION;

    static FindingKind of(Measure shape) {
        return switch (shape) {
            case Marking.Landmark _ -> LANDMARK;
            case Marking.FlatBox _, Marking.SolidBox _ -> BOX;
            case Marking.Polygon _ -> POLYGON;
            case Ruler _, Region _ -> MEASUREMENT;
        };
    }
}
