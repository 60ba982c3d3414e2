// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.Optional;
import org.overread.app.desktop.finding.FindingsModel.Trouble;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.volume.Volume;

/// Why a shape is not kept on a volume.
final class Obstacle {
    private Obstacle() {}

    static Optional<Trouble> of(Measure shape, Volume on) {
        boolean crossing = shape instanceof Marking.Polygon polygon && !polygon.isSimple();
        boolean outside = shape instanceof Marking marking && !Extent.meets(marking, on.geometry());
        return crossing
                ? Optional.of(new Trouble.Crossing())
                : outside ? Optional.of(new Trouble.Outside(shape.kind())) : Optional.empty();
    }
}
