// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.slice.tone.AutoWindow;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// Windows for volumes whose numbers have no fixed meaning, such as MR and PET.
final class WindowPresets {
    private WindowPresets() {}

    /// Without a look at the values: those of the file, those of CT, and for colours the one that changes nothing.
    static List<WindowPreset> known(Volume volume, List<WindowPreset> fromFile) {
        if (volume.voxels() instanceof Voxels.Rgb8) {
            return List.of(new WindowPreset("As it is", AutoWindow.of(volume)));
        }
        return volume.unit() == ValueUnit.HU ? joined(fromFile, WindowPreset.CT) : fromFile;
    }

    /// From the values themselves; what nearly all of them fill, the brighter half, and all of them.
    static List<WindowPreset> fromValues(Volume volume) {
        return List.of(
                new WindowPreset("Most values", AutoWindow.of(volume)),
                new WindowPreset("Bright half", AutoWindow.between(volume, 0.5, 0.999)),
                new WindowPreset("All values", AutoWindow.between(volume, 0, 1)));
    }

    static List<WindowPreset> joined(List<WindowPreset> first, List<WindowPreset> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return List.copyOf(all);
    }
}
