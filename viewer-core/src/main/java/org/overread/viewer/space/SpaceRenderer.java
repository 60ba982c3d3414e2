// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.work.CancelToken;

/// Draws the body in three dimensions on the processor: parallel rays through the volume, front to back, which leap over
/// bricks that show nothing and end where nothing more is seen, with the surfaces of labels among the clouds at their
/// depth. Any thread; a picture's rows are shared by the executor's threads and the caller's.
public final class SpaceRenderer {
    private final Executor executor;
    private final int threads;

    /// `threads` counts the caller's.
    public SpaceRenderer(Executor executor, int threads) {
        this.executor = executor;
        this.threads = threads;
    }

    /// Fills `target`, which is of the raster's size, with premultiplied ARGB; clear where nothing is. A cancelled
    /// picture is left unfinished; says whether it was finished.
    public boolean render(SpaceScene scene, SliceImage target, CancelToken cancel) {
        Raster raster = scene.raster();
        if (target.width() != raster.width() || target.height() != raster.height()) {
            throw new IllegalArgumentException(
                    "a picture of %d x %d pixels for a scene of %d x %d"
                            .formatted(
                                    target.width(),
                                    target.height(),
                                    raster.width(),
                                    raster.height()));
        }
        var rays = Rays.of(scene);
        List<MeshPicture> meshes = meshes(scene);
        return Rows.share(
                raster.height(),
                executor,
                threads,
                cancel,
                () -> {
                    Rays.Walker walker = rays.walker(meshes);
                    return row -> walker.row(row, target);
                });
    }

    /// The same picture in turns, each better than the one before.
    public SpaceDrawing drawing(SpaceScene scene) {
        return new SpaceDrawing(scene, meshes(scene), executor, threads);
    }

    private static List<MeshPicture> meshes(SpaceScene scene) {
        var pictures = new ArrayList<MeshPicture>();
        for (SpaceMesh mesh : scene.meshes()) {
            if (mesh.opacity() > 0) {
                pictures.add(MeshPicture.of(mesh, scene.view(), scene.raster(), scene.cuts()));
            }
        }
        return pictures;
    }

    /// What a pixel shows: where half of its light was lost, or where most of it was, or where the largest value lies.
    /// Empty where there is nothing to be seen.
    public static Optional<PatientPoint> pick(SpaceScene scene, int column, int row) {
        PatientPoint origin = scene.raster().toPatient(scene.view().plane(), column, row);
        var one =
                new SpaceScene(
                        scene.volume(),
                        scene.look(),
                        scene.view().centred(origin),
                        new Raster(1, 1, scene.raster().pixelMm()),
                        SpaceScene.Pace.SHARP,
                        scene.cuts(),
                        scene.meshes());
        double t = Rays.of(one).walker(meshes(one)).depth();
        return Double.isNaN(t)
                ? Optional.empty()
                : Optional.of(origin.plus(scene.view().deep().times(t)));
    }
}
