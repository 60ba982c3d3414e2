// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

/// What the voxels of a segment are to the reading. Only labels count: they alone have a volume, go into versions as what
/// a person says, and lose voxels to one another.
public sealed interface SegmentRole {
    /// Of a segment that a person answers for.
    SegmentRole LABEL = new Label();

    /// Of a mask that somebody or something proposes and nobody has accepted.
    SegmentRole PROPOSAL = new Proposal();

    /// A person answers for it.
    record Label() implements SegmentRole {}

    /// Voxels of a label that the reader doubts.
    record Doubt(SegmentId of) implements SegmentRole {}

    /// Nobody has accepted it yet.
    record Proposal() implements SegmentRole {}

    /// What a proposal was before a person changed it; kept until it is accepted or rejected.
    record Proposed(SegmentId by) implements SegmentRole {}
}
