// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import java.time.LocalDate;
import java.util.List;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// The patient that comes with the program: a CT of chest and abdomen, an MR of the same day in the same frame of
/// reference, and a CT some months later, when the patient lies elsewhere on the table and a lesion has grown.
///
/// The same numbers on every machine: nothing depends on time or chance.
public final class SampleStudy {
    private static final double LATER_GROWTH = 1.45;
    private static final PatientVector LATER_SHIFT = new PatientVector(14, -9, 23);

    private SampleStudy() {}

    /// The title of the first series.
    public static final String FIRST_TITLE = "CT chest and abdomen";

    /// First CT, MR, later CT; making the list costs milliseconds, the volumes are sampled on demand.
    public static List<SampleSeries> series() {
        Phantom first = patient(1);
        return List.of(
                new SampleSeries(
                        "ct-1",
                        FIRST_TITLE,
                        SampleSeries.Modality.CT,
                        LocalDate.of(2026, 3, 2),
                        1,
                        first,
                        ctGrid(),
                        101),
                new SampleSeries(
                        "mr-1",
                        "MR abdomen T2, tilted",
                        SampleSeries.Modality.MR,
                        LocalDate.of(2026, 3, 2),
                        1,
                        first,
                        mrGrid(),
                        202),
                new SampleSeries(
                        "ct-2",
                        "CT chest and abdomen, follow-up",
                        SampleSeries.Modality.CT,
                        LocalDate.of(2026, 9, 14),
                        2,
                        patient(LATER_GROWTH).moved(LATER_SHIFT),
                        ctGrid(),
                        303));
    }

    static Phantom patient(double lesionGrowth) {
        var painting = new Painting();
        var trunk = new Trunk();
        var chest = new Chest(trunk);
        trunk.paint(painting);
        chest.paint(painting);
        new Abdomen(trunk, chest, lesionGrowth).paint(painting);
        new Skeleton(trunk).paint(painting);
        return painting.phantom();
    }

    private static VolumeGeometry ctGrid() {
        return VolumeGeometry.regular(
                new GridSize(512, 512, 160),
                new PatientPoint(-204.4, -204.4 + 14, -198.75),
                PatientVector.LEFT,
                PatientVector.POSTERIOR,
                0.8,
                0.8,
                2.5);
    }

    /// Tilted by 17 degrees about the left-right axis and turned by 6 about the long axis.
    private static VolumeGeometry mrGrid() {
        double turn = Math.toRadians(6);
        double tilt = Math.toRadians(17);
        var columns = new PatientVector(Math.cos(turn), Math.sin(turn), 0);
        var rows =
                new PatientVector(
                        -Math.sin(turn) * Math.cos(tilt),
                        Math.cos(turn) * Math.cos(tilt),
                        Math.sin(tilt));
        var size = new GridSize(288, 240, 52);
        double pixel = 1.3;
        double gap = 4;
        var center = new PatientPoint(0, 5, -60);
        PatientVector normal = columns.cross(rows).unit();
        PatientPoint origin =
                center.plus(columns.times(-pixel * (size.i() - 1) / 2))
                        .plus(rows.times(-pixel * (size.j() - 1) / 2))
                        .plus(normal.times(-gap * (size.k() - 1) / 2));
        return VolumeGeometry.regular(size, origin, columns, rows, pixel, pixel, gap);
    }
}
