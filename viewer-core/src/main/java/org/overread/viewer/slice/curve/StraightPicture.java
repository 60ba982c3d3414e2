// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.curve;

import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.work.CancelToken;

/// The picture along a curved path as if the path were straight: a row for each of its steps, from its beginning down, the
/// path in the middle, millimetres as large across as along. What a pane lies over its picture lies over this one.
/// `degrees` turn it about the path.
public record StraightPicture(CurvedPath path, double degrees, int width) {
    /// Rows above and below one that are drawn with it, since the edges of labels look at their neighbours.
    private static final int BESIDE = 2;

    public StraightPicture {
        if (width < 1 || width > Raster.MAX_SIDE) {
            throw new IllegalArgumentException("a picture of %d pixels across".formatted(width));
        }
    }

    public int height() {
        return path.steps();
    }

    /// Where a pixel lies in the patient.
    public PatientPoint toPatient(double column, int row) {
        SlicePlane plane = path.plane(row, degrees);
        return new Raster(width, 1, path.stepMm()).toPatient(plane, column, 0);
    }

    /// Draws as `like` is drawn, with its window, slab and overlays; a slab is as thick at right angles to the picture.
    /// Says whether it was finished; a cancelled picture holds some of the rows. One thread; a row costs what five rows
    /// of a plane picture do.
    public boolean draw(
            SliceScene like, SliceRenderer renderer, SliceImage target, CancelToken cancel) {
        if (target.width() != width || target.height() != height()) {
            throw new IllegalArgumentException(
                    "a picture of %d x %d pixels for one of %d x %d"
                            .formatted(target.width(), target.height(), width, height()));
        }
        var raster = new Raster(width, 2 * BESIDE + 1, path.stepMm());
        var strip = new SliceImage(width, 2 * BESIDE + 1);
        var row = new int[width];
        for (int step = 0; step < height(); step++) {
            if (cancel.isCancelled()) {
                return false;
            }
            renderer.render(
                    new SliceScene(
                            like.base(),
                            path.plane(step, degrees),
                            raster,
                            like.slab(),
                            like.overlays()),
                    strip);
            strip.pixels().get(BESIDE * width, row);
            target.pixels().put(step * width, row);
        }
        return true;
    }
}
