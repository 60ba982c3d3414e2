// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.finding;

import java.time.Instant;
import java.util.UUID;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.volume.FrameOfReference;

/// A measurement that a reader made and keeps: on which volume, where in its frame of reference (mm), under which name, and
/// what it said when it was made or changed last, at `made`. Immutable.
public record Finding(
        UUID id,
        String volumeId,
        FrameOfReference frame,
        String name,
        Measure measure,
        Figures figures,
        Instant made) {

    public Finding withName(String newName) {
        return new Finding(id, volumeId, frame, newName, measure, figures, made);
    }

    /// The same finding measured anew.
    public Finding measured(Measure newMeasure, Figures newFigures, Instant now) {
        return new Finding(id, volumeId, frame, name, newMeasure, newFigures, now);
    }

    /// Says nothing of the volume's id: findings end up in logs.
    @Override
    public String toString() {
        return "Finding[%s, %s]".formatted(id, measure.kind());
    }
}
