// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.finding;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.volume.FrameOfReference;

/// What a reader found that is no mask, and keeps: on which volume, where in its frame of reference (mm), under which
/// name, what they said of it, and when its shape was made or changed last. Immutable.
public record Finding(
        UUID id,
        String volumeId,
        FrameOfReference frame,
        String name,
        Observed observed,
        Said said,
        Instant made) {

    public FindingKind kind() {
        return observed.kind();
    }

    /// Where it is; a classification is nowhere.
    public Optional<Measure> shape() {
        return switch (observed) {
            case Observed.Shaped(Measure shape, _) -> Optional.of(shape);
            case Observed.Classified _ -> Optional.empty();
        };
    }

    /// What its shape said when it was measured.
    public Figures figures() {
        return switch (observed) {
            case Observed.Shaped(_, Figures figures) -> figures;
            case Observed.Classified _ -> Figures.NONE;
        };
    }

    public Finding withName(String newName) {
        return new Finding(id, volumeId, frame, newName, observed, said, made);
    }

    public Finding with(Said newSaid) {
        return new Finding(id, volumeId, frame, name, observed, newSaid, made);
    }

    /// The same finding measured anew.
    public Finding measured(Measure newShape, Figures newFigures, Instant now) {
        return new Finding(
                id, volumeId, frame, name, new Observed.Shaped(newShape, newFigures), said, now);
    }

    /// Says nothing of the volume's id: findings end up in logs.
    @Override
    public String toString() {
        return "Finding[%s, %s]".formatted(id, kind());
    }
}
