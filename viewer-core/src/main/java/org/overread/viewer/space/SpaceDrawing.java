// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import java.util.List;
import java.util.concurrent.Executor;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.work.CancelToken;

/// One picture of a scene that comes in turns: the rays of every other pixel of every other row, then those where the
/// picture changes from one of these to the next, then all. What a ray once saw is kept, so that the turns together cost
/// what the whole costs at once. One thread asks; rows are shared by the executor's threads and that one.
public final class SpaceDrawing {

    /// How far a picture is.
    public enum Turn {
        /// Half of the pixels a side; what lies between is mixed from them.
        COARSE,
        /// Pixels among others that are all but equal are still mixed.
        SHARP,
        /// Every pixel has its ray.
        WHOLE
    }

    /// Levels of a channel that two pixels may differ by without a ray between them.
    private static final int ALIKE = 10;

    private final Rays rays;
    private final List<MeshPicture> meshes;
    private final Executor executor;
    private final int threads;
    private final int width;
    private final int height;
    private final int[] argb;
    private final boolean[] seen; // by a ray of its own

    SpaceDrawing(SpaceScene scene, List<MeshPicture> meshes, Executor executor, int threads) {
        Raster raster = scene.raster();
        this.meshes = meshes;
        this.executor = executor;
        this.threads = threads;
        rays = Rays.of(scene);
        width = raster.width();
        height = raster.height();
        argb = new int[width * height];
        seen = new boolean[argb.length];
    }

    /// Takes the turn, after those before it, and fills `target`, which is of the raster's size, with premultiplied ARGB.
    /// A cancelled turn leaves it as it is; says whether it was finished.
    public boolean draw(Turn turn, SliceImage target, CancelToken cancel) {
        if (target.width() != width || target.height() != height) {
            throw new IllegalArgumentException(
                    "a picture of %d x %d pixels for a scene of %d x %d"
                            .formatted(target.width(), target.height(), width, height));
        }
        boolean finished =
                Rows.share(
                        height,
                        executor,
                        threads,
                        cancel,
                        () -> {
                            Rays.Walker walker = rays.walker(meshes);
                            return row -> look(walker, row, turn);
                        });
        if (finished) {
            mix(turn);
            target.pixels().put(0, argb);
        }
        return finished;
    }

    private void look(Rays.Walker walker, int row, Turn turn) {
        for (int column = 0; column < width; column++) {
            int at = row * width + column;
            boolean due =
                    switch (turn) {
                        case COARSE -> (row & 1) == 0 && (column & 1) == 0;
                        case SHARP -> changes(column, row);
                        case WHOLE -> true;
                    };
            if (due && !seen[at]) {
                argb[at] = walker.pixel(column, row);
                seen[at] = true;
            }
        }
    }

    /// Pixels that have no ray get the mean of the corners among which they lie.
    private void mix(Turn turn) {
        if (turn != Turn.COARSE) {
            return; // they have it already
        }
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int at = row * width + column;
                if (!seen[at]) {
                    argb[at] =
                            mean(
                                    mean(corner(column, row, 0, 0), corner(column, row, 1, 0)),
                                    mean(corner(column, row, 0, 1), corner(column, row, 1, 1)));
                }
            }
        }
    }

    /// The colour of a corner of the cell around a pixel; of the one before it at the edge of the picture.
    private int corner(int column, int row, int right, int below) {
        int x = column + (column & 1) * (2 * right - 1);
        int y = row + (row & 1) * (2 * below - 1);
        return argb[(y < height ? y : y - 2) * width + (x < width ? x : x - 2)];
    }

    /// Whether the corners around a pixel differ. What is thinner than a pixel may be missed until the last turn.
    private boolean changes(int column, int row) {
        int one = corner(column, row, 0, 0);
        return !alike(one, corner(column, row, 1, 0))
                || !alike(one, corner(column, row, 0, 1))
                || !alike(one, corner(column, row, 1, 1));
    }

    private static boolean alike(int a, int b) {
        return Math.abs((a >>> 24) - (b >>> 24)) <= ALIKE
                && Math.abs((a >> 16 & 0xFF) - (b >> 16 & 0xFF)) <= ALIKE
                && Math.abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF)) <= ALIKE
                && Math.abs((a & 0xFF) - (b & 0xFF)) <= ALIKE;
    }

    /// Of all four channels at once, rounded down.
    private static int mean(int a, int b) {
        return (a & b) + ((a ^ b) >>> 1 & 0x7F7F7F7F);
    }
}
