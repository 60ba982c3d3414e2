// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

import java.util.Optional;

/// All that is said of a segment beside its voxels. A new segment is open, shown, not started and not rated.
public record SegmentTraits(
        String name,
        String structure,
        LabelColor color,
        Optional<Confidence> confidence,
        Status status,
        Lock lock,
        Visibility visibility) {
    public SegmentTraits {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A segment has a name.");
        }
    }

    /// What a new segment of a structure is.
    public static SegmentTraits of(Structure structure) {
        return new SegmentTraits(
                structure.name(),
                structure.id(),
                structure.color(),
                Optional.empty(),
                Status.NOT_STARTED,
                Lock.OPEN,
                Visibility.SHOWN);
    }

    public SegmentTraits withName(String other) {
        return new SegmentTraits(other, structure, color, confidence, status, lock, visibility);
    }

    public SegmentTraits withColor(LabelColor other) {
        return new SegmentTraits(name, structure, other, confidence, status, lock, visibility);
    }

    public SegmentTraits withConfidence(Optional<Confidence> other) {
        return new SegmentTraits(name, structure, color, other, status, lock, visibility);
    }

    public SegmentTraits withStatus(Status other) {
        return new SegmentTraits(name, structure, color, confidence, other, lock, visibility);
    }

    public SegmentTraits withLock(Lock other) {
        return new SegmentTraits(name, structure, color, confidence, status, other, visibility);
    }

    public SegmentTraits withVisibility(Visibility other) {
        return new SegmentTraits(name, structure, color, confidence, status, lock, other);
    }
}
