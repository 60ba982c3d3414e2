// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientVector;

/// Names for the volumes of one series, no two alike: more words are added only where fewer do not tell them apart.
final class VolumeTitles {
    private static final double MOSTLY = 0.9;

    private VolumeTitles() {}

    static List<VolumeSource> distinct(List<VolumeSource> volumes) {
        List<VolumeSource> planes = wordier(volumes, VolumeTitles::plane);
        List<VolumeSource> sizes = wordier(planes, v -> size(v.geometry().size()));
        Map<String, Integer> seen = new HashMap<>();
        return wordier(sizes, v -> "" + seen.merge(v.title(), 1, Integer::sum));
    }

    private static List<VolumeSource> wordier(
            List<VolumeSource> volumes, Function<VolumeSource, String> word) {
        Map<String, Long> counts =
                volumes.stream()
                        .collect(Collectors.groupingBy(VolumeSource::title, Collectors.counting()));
        var result = new ArrayList<VolumeSource>();
        for (VolumeSource volume : volumes) {
            boolean shared = counts.getOrDefault(volume.title(), 0L) > 1;
            result.add(
                    shared ? volume.withTitle(volume.title() + ", " + word.apply(volume)) : volume);
        }
        return result;
    }

    private static String plane(VolumeSource volume) {
        if (volume.slices().size() == 1 && !volume.verdict().isCalibrated()) {
            return "picture"; // which plane it shows, nobody said
        }
        PatientVector normal = volume.geometry().normal();
        if (Math.abs(normal.z()) > MOSTLY) {
            return "axial";
        }
        if (Math.abs(normal.y()) > MOSTLY) {
            return "coronal";
        }
        return Math.abs(normal.x()) > MOSTLY ? "sagittal" : "oblique";
    }

    private static String size(GridSize size) {
        return "%d × %d × %d".formatted(size.i(), size.j(), size.k());
    }
}
