// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.layer;

import java.util.List;
import org.overread.viewer.volume.VolumeGeometry;

/// Labels of one grid, bottom to top; they may overlap. First all fills are drawn, then hatches, then outlines.
///
/// A pixel shows the voxel that it lies in, in a slab the first voxel from the viewer that has a label. The outline is
/// every pixel of a label that has a pixel without it among the 8 at `outlinePx` to the sides and the corners.
public record Labels(
        VolumeGeometry geometry, Joining.Joined joined, List<DrawnLabel> labels, Edges edges)
        implements Overlay {

    /// What the edges of labels follow.
    public enum Edges {
        /// The voxels as they are: the only choice while somebody edits.
        VOXELS,
        /// Where the label, read with linear interpolation, passes a half. It is not what is stored, so a picture
        /// that has this says so: [org.overread.viewer.slice.SliceScene#remarks()].
        SMOOTH
    }

    public Labels {
        labels = List.copyOf(labels);
        for (DrawnLabel label : labels) {
            if (!label.bits().size().equals(geometry.size())) {
                throw new IllegalArgumentException(
                        "a label of %s in a grid of %s"
                                .formatted(label.bits().size(), geometry.size()));
            }
        }
    }

    public Labels withEdges(Edges newEdges) {
        return new Labels(geometry, joined, labels, newEdges);
    }

    /// Those that are drawn at all.
    public List<DrawnLabel> shown() {
        return labels.stream().filter(label -> label.style().isShown()).toList();
    }
}
