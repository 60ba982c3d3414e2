// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.pictures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Quantity;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.opening.VolumeFinder;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// A volume of 16 GB: until an oblique picture of all of it is there, and how long each of 100 steps takes afterwards.
///
/// The file is sparse, so it tests the program and not a disk. The first picture counts when no pixel inside the volume
/// is unknown any more, which lines between few slices are enough for; "own slices" is when every voxel of its coarsest
/// level is made of slices that were read.
public final class LargeVolumeBenchmark implements Benchmark {
    private static final int SIDE = 1024;
    private static final int STEPS = 100;

    @Override
    public String name() {
        return "large";
    }

    @Override
    public String purpose() {
        return "Open %d x %d x %d voxels, 16 GB, and step an oblique plane of %d x %d pixels."
                .formatted(SparseVolume.I, SparseVolume.J, SparseVolume.K, SIDE, SIDE);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                new Quantity("first picture", "ms"),
                new Quantity("own slices", "ms"),
                new Quantity("all read", "ms"),
                new Quantity("step, p95", "ms"),
                new Quantity("heap in use", "MB"));
    }

    @Override
    public int warmUpRounds() {
        return 0;
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public Field open() throws BenchFailedException {
        SparseVolume file;
        try {
            file = SparseVolume.write();
        } catch (IOException e) {
            throw new BenchFailedException("The volume could not be written: " + e.getMessage());
        }
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(cores);
        var ours = new Contender("overread", () -> turn(file.header(), pool, cores));
        return new Field() {
            @Override
            public List<Contender> contenders() {
                return List.of(ours);
            }

            @Override
            public void close() {
                pool.shutdownNow();
                file.close();
            }
        };
    }

    private static List<Double> turn(Path header, ExecutorService pool, int cores)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var cancel = new CancelToken();
        OpenableVolume found =
                VolumeFinder.find(List.of(header), pool, Progress.Listener.NONE, cancel)
                        .volumes()
                        .getFirst();
        var renderer = new CpuSliceRenderer(pool, cores);
        var first = new FirstPicture(renderer);
        Volume volume = found.open(pool, first, cancel);
        long read = System.nanoTime();
        double[] steps = steps(volume, renderer);
        Runtime memory = Runtime.getRuntime();
        System.gc(); // what is garbage is not in use
        return List.of(
                (first.at.get() - begun) / 1e6,
                (first.ownSlices.get() - begun) / 1e6,
                (read - begun) / 1e6,
                steps[(int) (steps.length * 0.95)],
                (memory.totalMemory() - memory.freeMemory()) / 1e6);
    }

    private static double[] steps(Volume volume, SliceRenderer renderer) {
        var image = new SliceImage(SIDE, SIDE);
        double[] milliseconds = new double[STEPS];
        for (int n = 0; n < STEPS; n++) {
            long begun = System.nanoTime();
            renderer.render(scene(volume, n - STEPS / 2), image);
            milliseconds[n] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(milliseconds);
        return milliseconds;
    }

    /// The whole volume across, `depth` millimetres from its middle.
    private static SliceScene scene(Volume volume, double depth) {
        var geometry = volume.geometry();
        PatientPoint middle =
                geometry.toPatient(
                        new VoxelPoint(
                                SparseVolume.I / 2.0, SparseVolume.J / 2.0, SparseVolume.K / 2.0));
        var plane =
                new SlicePlane(
                        middle,
                        new PatientVector(0.8, 0.36, 0.48),
                        new PatientVector(-0.6, 0.48, 0.64));
        double across = SparseVolume.K * geometry.spacingK();
        return new SliceScene(
                volume,
                plane.withCenter(middle.plus(plane.normal().times(depth))),
                new Raster(SIDE, SIDE, across / SIDE),
                new Window(0, 2000),
                Interpolation.LINEAR);
    }

    /// Draws as soon as every layer of the coarsest level shows something, until nothing is missing in the picture; and
    /// again when there is no gap between slices any more.
    private static final class FirstPicture implements LoadListener {
        private final CpuSliceRenderer renderer;
        private final AtomicLong at = new AtomicLong();
        private final AtomicLong ownSlices = new AtomicLong();
        private volatile @Nullable Volume volume;

        FirstPicture(CpuSliceRenderer renderer) {
            this.renderer = renderer;
        }

        @Override
        public void started(Volume started) {
            volume = started;
        }

        @Override
        public void sliceComplete(int k) {
            Volume here = volume;
            if (ownSlices.get() != 0
                    || here == null
                    || !(here.voxels() instanceof Voxels.Bricked(var values))) {
                return;
            }
            SliceScene scene = scene(here, 0);
            if (at.get() == 0) {
                if (isShownEverywhere(values)) {
                    long drawn = drawn(scene);
                    // looked at afterwards: whoever waits for a picture does not wait for this
                    if (isWhole(scene)) {
                        at.set(drawn);
                    }
                }
            } else if (!values.hasGaps()) {
                ownSlices.set(drawn(scene));
            }
        }

        /// In the middle of each layer.
        private static boolean isShownEverywhere(BrickedValues values) {
            int coarsest = values.levels() - 1;
            GridSize size = values.size(coarsest);
            return IntStream.range(0, size.k())
                    .noneMatch(
                            k ->
                                    Float.isNaN(
                                            values.value(coarsest, size.i() / 2, size.j() / 2, k)));
        }

        private long drawn(SliceScene scene) {
            renderer.render(scene, new SliceImage(SIDE, SIDE));
            return System.nanoTime();
        }

        private boolean isWhole(SliceScene scene) {
            float[] values = renderer.sample(scene);
            float[] whole = SparseVolume.inside(scene);
            for (int n = 0; n < values.length; n++) {
                if (Float.isNaN(values[n]) && whole[n] > 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
