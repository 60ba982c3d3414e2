// SPDX-License-Identifier: Apache-2.0
package org.overread.app.inspect;

import java.util.List;
import java.util.Optional;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

/// A geometry in the figures of an [Inspection].
final class VolumeFigures {
    private VolumeFigures() {}

    static List<Integer> size(VolumeGeometry geometry) {
        var size = geometry.size();
        return List.of(size.i(), size.j(), size.k());
    }

    static List<Double> spacing(VolumeGeometry geometry) {
        return List.of(geometry.spacingI(), geometry.spacingJ(), meanStep(geometry).length());
    }

    static List<List<Double>> direction(VolumeGeometry geometry) {
        return List.of(
                list(geometry.iStep().unit()),
                list(geometry.jStep().unit()),
                list(meanStep(geometry).unit()));
    }

    static List<Double> origin(VolumeGeometry geometry) {
        var origin = geometry.origin();
        return List.of(origin.x(), origin.y(), origin.z());
    }

    /// Along the normal from the first slice; only where distances differ.
    static Optional<List<Double>> unevenPositions(VolumeGeometry geometry) {
        return switch (geometry.slices()) {
            case SliceStack.Even _ -> Optional.empty();
            case SliceStack.Table table ->
                    Optional.of(
                            table.origins().stream()
                                    .map(o -> o.from(geometry.origin()).dot(geometry.normal()))
                                    .toList());
        };
    }

    /// From slice to slice; of one slice, what the geometry says of a next one.
    private static PatientVector meanStep(VolumeGeometry geometry) {
        int intervals = Math.max(1, geometry.size().k() - 1);
        return geometry.slices().originAt(intervals).from(geometry.origin()).times(1.0 / intervals);
    }

    private static List<Double> list(PatientVector v) {
        return List.of(v.x(), v.y(), v.z());
    }
}
