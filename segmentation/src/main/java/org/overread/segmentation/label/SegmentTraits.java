// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

import java.util.Optional;

/// All that is said of a segment beside its voxels. A new segment is a label drawn by hand, open, shown, not started and
/// not rated.
///
/// @param structure the id of the structure that it is of
/// @param code what published vocabularies call the structure
public record SegmentTraits(
        String name,
        String structure,
        Optional<Code> code,
        LabelColor color,
        Optional<Confidence> confidence,
        Status status,
        Lock lock,
        Visibility visibility,
        SegmentRole role,
        Provenance provenance) {
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
                structure.code(),
                structure.color(),
                Optional.empty(),
                Status.NOT_STARTED,
                Lock.OPEN,
                Visibility.SHOWN,
                SegmentRole.LABEL,
                Provenance.HAND);
    }

    /// Whether a person answers for it.
    public boolean isLabel() {
        return role instanceof SegmentRole.Label;
    }

    public boolean isLocked() {
        return lock == Lock.LOCKED;
    }

    public boolean isShown() {
        return visibility == Visibility.SHOWN;
    }

    public SegmentTraits withName(String other) {
        return new SegmentTraits(
                other,
                structure,
                code,
                color,
                confidence,
                status,
                lock,
                visibility,
                role,
                provenance);
    }

    public SegmentTraits withColor(LabelColor other) {
        return new SegmentTraits(
                name,
                structure,
                code,
                other,
                confidence,
                status,
                lock,
                visibility,
                role,
                provenance);
    }

    public SegmentTraits withConfidence(Optional<Confidence> other) {
        return new SegmentTraits(
                name, structure, code, color, other, status, lock, visibility, role, provenance);
    }

    public SegmentTraits withStatus(Status other) {
        return new SegmentTraits(
                name,
                structure,
                code,
                color,
                confidence,
                other,
                lock,
                visibility,
                role,
                provenance);
    }

    public SegmentTraits withLock(Lock other) {
        return new SegmentTraits(
                name,
                structure,
                code,
                color,
                confidence,
                status,
                other,
                visibility,
                role,
                provenance);
    }

    public SegmentTraits withVisibility(Visibility other) {
        return new SegmentTraits(
                name, structure, code, color, confidence, status, lock, other, role, provenance);
    }

    public SegmentTraits withRole(SegmentRole other) {
        return new SegmentTraits(
                name,
                structure,
                code,
                color,
                confidence,
                status,
                lock,
                visibility,
                other,
                provenance);
    }

    public SegmentTraits withProvenance(Provenance other) {
        return new SegmentTraits(
                name, structure, code, color, confidence, status, lock, visibility, role, other);
    }

    /// The same segment as one of another structure.
    public SegmentTraits withStructure(Structure other) {
        return new SegmentTraits(
                name,
                other.id(),
                other.code(),
                color,
                confidence,
                status,
                lock,
                visibility,
                role,
                provenance);
    }
}
