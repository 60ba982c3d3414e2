// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.overread.viewer.slice.tone.AutoWindow;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.Presets;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// What a person chooses a preset from: those of the file, then those that go with what the numbers mean, then those
/// of the values. Every one has a name of its own; of those that show the same the first stays.
final class OfferedPresets {
    private OfferedPresets() {}

    /// Without a look at the values; for colours the one that changes nothing.
    static List<Preset> known(Volume volume, List<Preset> fromFile) {
        if (volume.voxels() instanceof Voxels.Colours) {
            var unchanged = new ToneCurve.LinearExact(AutoWindow.of(volume));
            return List.of(new Preset("As it is", unchanged));
        }
        List<Preset> named = fromFile.stream().map(OfferedPresets::named).toList();
        return joined(named, Presets.of(volume.unit()));
    }

    static List<Preset> joined(List<Preset> first, List<Preset> then) {
        var all = new ArrayList<Preset>();
        Set<ToneCurve> curves = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (List<Preset> some : List.of(first, then)) {
            for (Preset preset : some) {
                if (curves.add(preset.curve())) {
                    all.add(new Preset(distinct(preset.name(), names), preset.curve()));
                }
            }
        }
        return List.copyOf(all);
    }

    private static Preset named(Preset preset) {
        String name = preset.name().strip();
        if (!name.isEmpty()) {
            return new Preset(name, preset.curve());
        }
        boolean table = preset.curve() instanceof ToneCurve.Table;
        return new Preset(table ? "Table of the file" : "From the file", preset.curve());
    }

    private static String distinct(String name, Set<String> taken) {
        String distinct = name;
        for (int n = 2; !taken.add(distinct); n++) {
            distinct = name + " " + n;
        }
        return distinct;
    }
}
