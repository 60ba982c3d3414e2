// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.masks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Checked;
import org.overread.app.bench.harness.Turn;
import org.overread.app.bench.volumes.PhantomVoxels;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.mask.components.Holes;
import org.overread.segmentation.mask.distance.Convention;
import org.overread.segmentation.mask.distance.DistanceMap;
import org.overread.segmentation.mask.distance.Margin;
import org.overread.segmentation.mask.morphology.BallDefinition;
import org.overread.segmentation.mask.morphology.Kernel;
import org.overread.segmentation.mask.morphology.Morphology;
import org.overread.segmentation.mask.smooth.Median;
import org.overread.segmentation.mask.surface.Surface;
import org.overread.segmentation.mask.surface.SurfaceVoxels;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// Ours: each operation timed, and its result compared with SciPy's to the voxel.
final class MaskTurn implements Turn {
    static final long CONNECTED = 4_713_423;
    static final int PARTS_BY_FACES = 312_919;
    static final int PARTS_BY_CORNERS = 9_220;

    private static final int SIDE = 256;
    private static final double MARGIN_MM = 5;
    private static final Spacing SLICES = new Spacing(0.7, 0.7, 2.5);

    private final Crew crew;
    private final Voxels.Int16 voxels = PhantomVoxels.of(SIDE);
    private final Mask solid;
    private final Mask specks;
    private final Mask shell;
    private final Mask smooth;
    private final Surface surface;

    MaskTurn(Crew crew) {
        this.crew = crew;
        solid = MaskRows.between(voxels, -100, Short.MAX_VALUE, crew);
        shell = MaskRows.between(voxels, 24, 56, crew);
        specks = specks(voxels, crew);
        smooth = smooth();
        surface = Surface.of(smooth, crew);
    }

    /// What is counted in parts.
    static Mask specks(Voxels.Int16 voxels, Crew crew) {
        return MaskRows.between(voxels, 42, 109, crew)
                .union(MaskRows.between(voxels, -49, 9, crew));
    }

    /// The middle shell, without noise: what VTK makes surfaces of.
    private static Mask smooth() {
        MaskEdit edit = Mask.empty(new GridSize(SIDE, SIDE, SIDE)).edit();
        for (int n = 0; n < SIDE * SIDE * SIDE; n++) {
            double r = PhantomVoxels.radius(n % SIDE, n / SIDE % SIDE, n / SIDE / SIDE, SIDE);
            if (r >= PhantomVoxels.INNER && r < PhantomVoxels.MIDDLE) {
                edit.set(n % SIDE, n / SIDE % SIDE, n / SIDE / SIDE);
            }
        }
        return edit.mask();
    }

    @Override
    public List<Double> take() throws BenchFailedException {
        var times = new ArrayList<Double>();
        Kernel ball = Kernel.ball(2, BallDefinition.ITK);
        times.add(mask(this::connected, "5228dfd5b59a88e0"));
        times.add(parts(Connectivity.FACES, "6cf1ae11f33c7f03"));
        times.add(parts(Connectivity.CORNERS, "3ed063886fc88247"));
        times.add(mask(() -> Morphology.dilate(solid, ball, crew), "489e3988920b60ac"));
        times.add(mask(() -> Holes.fill(specks, Connectivity.FACES, crew), "5f33eaf06b6e52ca"));
        times.add(mask(() -> Median.ofVoxels(1, 1, 1).of(solid, crew), "d9ae2dac8bdd6a9a"));
        times.add(distance(solid, "aac575b5bce367cc", crew));
        times.add(mask(() -> Margin.grow(shell, MARGIN_MM, SLICES, crew), "2f88c8e9d1f24186"));
        times.add(mask(() -> Morphology.open(solid, ball, crew), "c85d4beccd48fed4"));
        times.add(
                Checked.milliseconds(
                        () -> Surface.of(smooth, crew), Surface::triangles, surface.triangles()));
        times.add(
                Checked.milliseconds(
                        () -> SurfaceVoxels.of(surface, smooth.size(), crew),
                        outcome -> outcome,
                        new SurfaceVoxels.Outcome.Filled(smooth)));
        return times;
    }

    /// The part of a range that the middle lies in.
    private Mask connected() {
        Components parts =
                Components.of(MaskRows.between(voxels, -100, 300, crew), Connectivity.FACES, crew);
        int middle = SIDE / 2;
        return parts.mask(parts.at(middle, middle, middle).orElseThrow(), crew);
    }

    private static double mask(Supplier<Mask> work, String digest) throws BenchFailedException {
        return Checked.milliseconds(work, Checked::digest, digest);
    }

    private double parts(Connectivity connectivity, String digest) throws BenchFailedException {
        return Checked.milliseconds(
                () -> Components.of(specks, connectivity, crew),
                parts -> digest(parts, SIDE),
                digest);
    }

    /// Of the numbers of the parts, as ITK and SciPy number them.
    static String digest(Components parts, int side) {
        return Checked.digest(
                side,
                side * side,
                (k, slice) -> {
                    Arrays.fill(slice, 0);
                    parts.writeSlice(k, slice);
                });
    }

    /// Spacings of 1 make all squares whole numbers.
    static double distance(Mask mask, String digest, Crew crew) throws BenchFailedException {
        return Checked.milliseconds(
                () -> DistanceMap.of(mask, Spacing.ONE, Convention.BORDER_CENTRES, crew),
                map ->
                        Checked.digest(
                                map.size().k(),
                                map.size().i() * map.size().j(),
                                (k, slice) -> squares(map.slice(k), slice)),
                digest);
    }

    private static void squares(float[] distances, int[] squares) {
        for (int n = 0; n < squares.length; n++) {
            float d = distances[n];
            squares[n] = Math.round(d * Math.abs(d));
        }
    }
}
