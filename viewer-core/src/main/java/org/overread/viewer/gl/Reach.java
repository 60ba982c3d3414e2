// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// Which scenes OpenGL draws as the processor does. It names what is covered, so that whatever is added to scenes goes
/// to the processor until OpenGL has learnt it.
final class Reach {
    private Reach() {}

    static boolean covers(SliceScene scene) {
        return covers(scene.volume()) && covers(scene.tone()) && scene.overlays().isEmpty();
    }

    private static boolean covers(Volume volume) {
        return volume.voxels() instanceof Voxels.Int16
                || volume.voxels() instanceof Voxels.UInt16
                || volume.voxels() instanceof Voxels.Float32;
    }

    private static boolean covers(Tone tone) {
        return tone.curve() instanceof ToneCurve.LinearExact && tone.map().equals(ColorMap.GREY);
    }
}
