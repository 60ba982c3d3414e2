// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.Set;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.Segments;

/// What a tool shows before it is a step: the segments as they would be.
///
/// @param changed the segments that the tool changes
public record Preview(Segments after, Set<SegmentId> changed, Look look) {

    /// How it is drawn.
    public enum Look {
        /// As the labels that they become when the hand lets go.
        LIVE,
        /// Hatched: it is a proposal that waits for Enter.
        PROPOSED
    }

    public Preview {
        changed = Set.copyOf(changed);
    }
}
