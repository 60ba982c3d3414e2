// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.overread.viewer.slice.AutoWindow;
import org.overread.viewer.slice.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;

/// Windows for volumes whose numbers have no fixed meaning.
final class WindowPresets {
    private static final int SAMPLES = 100_000;

    private WindowPresets() {}

    /// From the values themselves: what nearly all of them fill, the brighter half, and all of them. At least one.
    static List<WindowPreset> fromValues(Volume volume) {
        double[] sorted = samples(volume);
        return List.of(
                new WindowPreset("Most values", AutoWindow.of(volume)),
                between("Bright half", sorted, 0.5, 0.999),
                between("All values", sorted, 0, 1));
    }

    static List<WindowPreset> joined(List<WindowPreset> first, List<WindowPreset> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return List.copyOf(all);
    }

    private static WindowPreset between(String name, double[] sorted, double low, double high) {
        double from = sorted[(int) Math.round(low * (sorted.length - 1))];
        double to = sorted[(int) Math.round(high * (sorted.length - 1))];
        double width = to > from ? to - from : Math.max(1, Math.abs(from));
        return new WindowPreset(name, new Window((from + to) / 2, width));
    }

    private static double[] samples(Volume volume) {
        GridSize size = volume.geometry().size();
        var access = volume.voxels().image().randomAccess();
        int count = (int) Math.min(SAMPLES, size.voxels());
        var values = new double[count];
        for (int n = 0; n < count; n++) {
            long at = (long) ((n + 0.5) / count * size.voxels());
            long i = at % size.i();
            long j = at / size.i() % size.j();
            long k = at / size.i() / size.j();
            values[n] = access.setPositionAndGet(i, j, k).getRealDouble();
        }
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0 ? new double[1] : sorted;
    }
}
