// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import net.imglib2.img.planar.PlanarImgs;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Turn;
import org.overread.app.bench.volumes.BenchPhantom;
import org.overread.app.bench.volumes.PhantomVoxels;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlaneImage;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.brush.Brush;
import org.overread.segmentation.draw.brush.BrushLimit;
import org.overread.segmentation.draw.brush.Stroke;
import org.overread.segmentation.draw.brush.StrokeSample;
import org.overread.segmentation.draw.brush.StrokeStep;
import org.overread.segmentation.draw.contour.Contour;
import org.overread.segmentation.draw.contour.ContourScan;
import org.overread.segmentation.draw.contour.SliceOutlines;
import org.overread.segmentation.draw.livewire.LivePaths;
import org.overread.segmentation.draw.livewire.Livewire;
import org.overread.segmentation.draw.livewire.LivewireLine;
import org.overread.segmentation.draw.scissors.Scissors;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;

/// Draws everything once.
final class DrawingTurn implements Turn {
    /// What VTK and scikit-image find inside the star.
    static final int PIXELS = 79527;

    private static final int SIDE = 512;
    private static final int POINTS = 500;
    private static final int MOVES = 15;
    private static final double FRAME_MS = 16;
    private static final int PHANTOM = 128;
    private static final PlaneFrame PLANE =
            new PlaneFrame(PatientPoint.ORIGIN, PatientVector.LEFT, PatientVector.POSTERIOR);

    private final VolumeGeometry slice = grid(new GridSize(SIDE, SIDE, 1));
    private final VolumeGeometry tall = grid(new GridSize(SIDE, SIDE, 1000));
    private final Contour star = star();
    private final Voxels.Int16 picture = picture();
    private final Volume phantom = BenchPhantom.of(PHANTOM);
    private final Mask full = Mask.full(tall.size());
    private double sink; // what nobody needs must be made all the same

    private static VolumeGeometry grid(GridSize size) {
        return VolumeGeometry.regular(
                size, PatientPoint.ORIGIN, PatientVector.LEFT, PatientVector.POSTERIOR, 1, 1, 1);
    }

    private static Contour star() {
        var points = new ArrayList<PlanePoint>();
        for (int n = 0; n < POINTS; n++) {
            double turn = 2 * Math.PI * n / POINTS;
            double r = n % 2 == 0 ? 230 : 110;
            points.add(new PlanePoint(255.3 + r * Math.cos(turn), 256.7 + r * Math.sin(turn)));
        }
        return new Contour(PLANE, points);
    }

    /// The middle slice of the phantom of 512 voxels a side, with noise.
    private static Voxels.Int16 picture() {
        var voxels = new Voxels.Int16(PlanarImgs.shorts(SIDE, SIDE, 1));
        short[] values = voxels.slice(0);
        int state = 12345;
        for (int n = 0; n < values.length; n++) {
            double r = PhantomVoxels.radius(n % SIDE, n / SIDE, SIDE / 2, SIDE);
            state = state * 1664525 + 1013904223;
            int tissue =
                    r < PhantomVoxels.INNER
                            ? 120
                            : r < PhantomVoxels.MIDDLE ? 40 : r < PhantomVoxels.OUTER ? -60 : -1000;
            values[n] = (short) (tissue + ((state >>> 24) & 31) - 16);
        }
        return voxels;
    }

    @Override
    public List<Double> take() throws BenchFailedException {
        var times = new ArrayList<Double>();
        long begun = System.nanoTime();
        Mask filled = ContourScan.of(slice, star);
        times.add(since(begun));
        if (filled.count() != PIXELS) {
            throw new BenchFailedException(
                    "The outline has %d pixels and should have %d."
                            .formatted(filled.count(), PIXELS));
        }
        livewire(times);
        adaptive(times);
        begun = System.nanoTime();
        sink += SliceOutlines.of(slice, PLANE, filled).size();
        times.add(since(begun));
        begun = System.nanoTime();
        Mask cut =
                Scissors.cut(
                        tall, full, star, new Scissors.Reach.Through(), Scissors.Cut.ERASE_INSIDE);
        times.add(since(begun));
        if (full.count() - cut.count() != 1000L * PIXELS) {
            throw new BenchFailedException("The scissors did not cut the star out of each slice.");
        }
        return List.copyOf(times);
    }

    private void livewire(List<Double> times) {
        long begun = System.nanoTime();
        Crew crew = Crew.of(ForkJoinPool.commonPool(), new CancelToken()); // as in the window
        Livewire wire = Livewire.on(PlaneImage.of(picture, slice, PLANE), crew);
        times.add(since(begun));
        begun = System.nanoTime();
        sink += wire.from(new PlanePoint(410, 256)).pathTo(new PlanePoint(365, 345)).size();
        times.add(since(begun));
        begun = System.nanoTime();
        LivePaths paths = wire.from(new PlanePoint(0, 0));
        sink += paths.pathTo(new PlanePoint(SIDE - 1, SIDE - 1)).size();
        times.add(since(begun));
        begun = System.nanoTime();
        sink += paths.pathTo(new PlanePoint(SIDE / 2.0, SIDE / 3.0)).size();
        times.add(since(begun));
        times.add(movingPointer(wire));
    }

    /// The longest that a path took while a hand went from corner to corner in a quarter of a second: between two of its
    /// moves the ways are found farther, as the window does it.
    private double movingPointer(Livewire wire) {
        var line = new LivewireLine(wire);
        line.anchor(new PlanePoint(0, 0));
        double worst = 0;
        for (int n = 1; n <= MOVES; n++) {
            double at = (SIDE - 1.0) * n / MOVES;
            long begun = System.nanoTime();
            boolean more = line.findMore(); // what a move may have to wait for
            sink += line.preview(new PlanePoint(at, at)).size();
            worst = Math.max(worst, since(begun));
            while (more && since(begun) < FRAME_MS) {
                more = line.findMore();
            }
        }
        return worst;
    }

    /// Along the border of a shell, half of the brush beyond it.
    private void adaptive(List<Double> times) throws BenchFailedException {
        VolumeGeometry geometry = phantom.geometry();
        var stroke =
                new Stroke(
                        geometry,
                        new Brush(10, Brush.Shape.BALL),
                        PLANE,
                        BrushLimit.Adaptive.of(phantom.voxels().numbers()));
        var events = new double[100];
        int drawn = 0;
        for (int n = 0; n < events.length; n++) {
            double turn = 2 * Math.PI * n / events.length;
            var at = new VoxelPoint(64 + 19 * Math.cos(turn), 64 + 17 * Math.sin(turn), 64);
            long begun = System.nanoTime();
            StrokeStep step = stroke.to(StrokeSample.at(geometry.toPatient(at)));
            events[n] = since(begun);
            drawn += step instanceof StrokeStep.Drawn ? 1 : 0;
        }
        if (drawn < events.length / 2) {
            throw new BenchFailedException(
                    "The adaptive brush drew with %d of its samples.".formatted(drawn));
        }
        Arrays.sort(events);
        times.add(events[events.length / 2]);
        times.add(events[events.length * 99 / 100]);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    /// What the turns came to; of no use but to those who wonder.
    Optional<Double> sum() {
        return sink == 0 ? Optional.empty() : Optional.of(sink);
    }
}
