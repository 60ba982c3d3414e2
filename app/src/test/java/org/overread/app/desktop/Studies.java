// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.List;
import java.util.Optional;
import org.overread.app.desktop.studies.SeriesRow;
import org.overread.app.desktop.studies.SkippedFile;
import org.overread.app.desktop.studies.StudyList;
import org.overread.app.desktop.studies.StudyRow;
import org.overread.app.desktop.studies.Thumbnail;

/// Studies for the tests of the window.
final class Studies {
    private Studies() {}

    static StudyList two() {
        var chest =
                new StudyRow(
                        "1",
                        "Chest, contrast",
                        "2025-03-14",
                        List.of(
                                series("a", "CT", "Lung 1.0 B60f", 342, "")
                                        .withThumbnail(disc(0.8)),
                                series("b", "CT", "Mediastinum 3.0", 114, "gantry tilt 12°")
                                        .withThumbnail(disc(0.6)),
                                series(
                                        "d",
                                        "CT",
                                        "A description far longer than the panel is wide",
                                        1,
                                        "")));
        var brain =
                new StudyRow(
                        "2",
                        "Brain",
                        "2025-02-02",
                        List.of(
                                series("c", "MR", "T1 MPRAGE sag", 192, "")
                                        .withThumbnail(disc(0.4))));
        return new StudyList(
                List.of(chest, brain),
                List.of(
                        new SkippedFile("DICOMDIR", "It is an index, not an image."),
                        new SkippedFile("notes.txt", "It is not a DICOM file."),
                        new SkippedFile("IM000113", "It ends in the middle of its pixels.")));
    }

    private static SeriesRow series(
            String id, String modality, String name, int images, String caution) {
        return new SeriesRow(
                id,
                modality,
                name,
                images,
                caution.isEmpty() ? Optional.empty() : Optional.of(caution),
                List.of(),
                Optional.empty());
    }

    private static Thumbnail disc(double radius) {
        int side = 96;
        int[] argb = new int[side * side];
        for (int n = 0; n < argb.length; n++) {
            double x = (n % side + 0.5) / side * 2 - 1;
            int row = n / side;
            double y = (row + 0.5) / side * 2 - 1;
            int gray = (int) (Math.clamp(1 - Math.hypot(x, y * 1.3) / radius, 0, 1) * 200);
            argb[n] = 0xFF000000 | gray << 16 | gray << 8 | gray;
        }
        return new Thumbnail(side, side, argb);
    }
}
