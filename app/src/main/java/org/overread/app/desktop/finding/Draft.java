// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.Optional;
import java.util.UUID;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.volume.Volume;

/// A measure that the hand is drawing, or a finding's that it is changing, with the newest figures that are known.
public record Draft(Optional<UUID> of, Measure measure, Volume volume, Figures figures) {
    Draft withFigures(Figures newFigures) {
        return new Draft(of, measure, volume, newFigures);
    }

    /// A record compares volumes by all they hold.
    boolean isSameDrawingAs(Draft other) {
        return of.equals(other.of) && measure.equals(other.measure);
    }
}
