// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.slice.layer.LabelComparison;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.volume.Voxels;

/// Which scenes OpenGL draws as the processor does. It names the storages that are covered, so that any other goes to
/// the processor until OpenGL has learnt it.
final class Reach {
    private Reach() {}

    static boolean covers(SliceScene scene) {
        return covers(scene.base()) && scene.overlays().stream().allMatch(Reach::covers);
    }

    static boolean covers(ImageLayer layer) {
        Voxels voxels = layer.volume().voxels();
        return voxels instanceof Voxels.Int16
                || voxels instanceof Voxels.UInt16
                || voxels instanceof Voxels.Float32;
    }

    private static boolean covers(Overlay overlay) {
        return switch (overlay) {
            case FusedVolume fused -> covers(fused.image());
            case Labels labels -> labels.shown().size() <= LabelPass.MOST_LABELS;
            case LabelComparison comparison ->
                    comparison.shownPairs().size() <= LabelPass.MOST_LABELS;
        };
    }
}
