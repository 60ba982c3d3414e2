// SPDX-License-Identifier: Apache-2.0
package org.overread.app.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

final class VolumeFiguresTest {
    private static final GridSize SIZE = new GridSize(4, 5, 3);
    private static final PatientPoint ORIGIN = new PatientPoint(-10, 20, 30);
    private static final PatientVector COLUMNS = new PatientVector(0.5, 0, 0);
    private static final PatientVector ROWS = new PatientVector(0, 0.75, 0);

    @Test
    void aTiltedStackHasTheAxisAlongWhichItSteps() {
        var geometry =
                new VolumeGeometry(
                        SIZE,
                        COLUMNS,
                        ROWS,
                        new SliceStack.Even(ORIGIN, new PatientVector(0, 3, 4)));
        assertEquals(List.of(4, 5, 3), VolumeFigures.size(geometry));
        assertEquals(List.of(0.5, 0.75, 5.0), VolumeFigures.spacing(geometry));
        assertEquals(
                List.of(List.of(1.0, 0.0, 0.0), List.of(0.0, 1.0, 0.0), List.of(0.0, 0.6, 0.8)),
                VolumeFigures.direction(geometry).stream()
                        .map(v -> v.stream().map(x -> Math.rint(x * 1e12) / 1e12).toList())
                        .toList());
        assertEquals(List.of(-10.0, 20.0, 30.0), VolumeFigures.origin(geometry));
        assertEquals(Optional.empty(), VolumeFigures.unevenPositions(geometry));
    }

    @Test
    void unevenSlicesAreListedAlongTheNormal() {
        var geometry =
                new VolumeGeometry(
                        SIZE,
                        COLUMNS,
                        ROWS,
                        new SliceStack.Table(
                                List.of(
                                        ORIGIN,
                                        new PatientPoint(-10, 20, 32),
                                        new PatientPoint(-10, 20, 37))));
        assertEquals(Optional.of(List.of(0.0, 2.0, 7.0)), VolumeFigures.unevenPositions(geometry));
        assertEquals(3.5, VolumeFigures.spacing(geometry).get(2));
    }
}
