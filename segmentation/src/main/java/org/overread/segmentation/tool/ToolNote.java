// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

import java.util.Optional;
import org.overread.viewer.volume.VoxelPoint;

/// What a person should know of a result, and where to look.
public record ToolNote(String sentence, Optional<VoxelPoint> at) {
    public ToolNote(String sentence) {
        this(sentence, Optional.empty());
    }
}
