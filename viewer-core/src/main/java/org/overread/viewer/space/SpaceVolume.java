// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// A volume made ready for rays: its values as they are, and the range of every brick of them. Made once a volume, off
/// the FX thread: a pass over all values. Of a volume larger than memory a coarser level is taken. Any thread.
public final class SpaceVolume {
    /// Larger levels of volumes in bricks are left where they are.
    private static final long MOST_VOXELS = 64L << 20;

    private final VolumeGeometry geometry;
    private final int side;
    private final Samples samples;
    private final Bricks bricks;
    private final AtomicReference<@Nullable Tinted> tinted = new AtomicReference<>();
    private final float least;
    private final float most;

    private SpaceVolume(VolumeGeometry geometry, int side, Samples samples) {
        this.geometry = geometry;
        this.side = side;
        this.samples = samples;
        bricks = Bricks.of(samples);
        least = bricks.leastOfAll();
        most = bricks.mostOfAll();
    }

    /// Empty for colours, which have no values, and where no voxel has a value.
    public static Optional<SpaceVolume> of(Volume volume) {
        GridSize size = volume.geometry().size();
        Optional<SpaceVolume> made =
                switch (volume.voxels()) {
                    case Voxels.Int16 v -> {
                        var slices = new short[size.k()][];
                        for (int k = 0; k < slices.length; k++) {
                            slices[k] = v.slice(k);
                        }
                        yield Optional.of(
                                new SpaceVolume(
                                        volume.geometry(),
                                        1,
                                        new Samples.Shorts(size.i(), size.j(), slices, -1)));
                    }
                    case Voxels.UInt16 v -> {
                        var slices = new short[size.k()][];
                        for (int k = 0; k < slices.length; k++) {
                            slices[k] = v.slice(k);
                        }
                        yield Optional.of(
                                new SpaceVolume(
                                        volume.geometry(),
                                        1,
                                        new Samples.Shorts(size.i(), size.j(), slices, 0xFFFF)));
                    }
                    case Voxels.Float32 v -> {
                        var slices = new float[size.k()][];
                        for (int k = 0; k < slices.length; k++) {
                            slices[k] = v.slice(k);
                        }
                        yield Optional.of(
                                new SpaceVolume(
                                        volume.geometry(),
                                        1,
                                        new Samples.Floats(size.i(), size.j(), slices)));
                    }
                    case Voxels.Bricked(BrickedValues values) ->
                            Optional.of(coarser(volume.geometry(), values));
                    case Voxels.Colours _ -> Optional.empty();
                };
        return made.filter(ready -> ready.least <= ready.most);
    }

    private static SpaceVolume coarser(VolumeGeometry geometry, BrickedValues values) {
        int level = 0;
        while (level < values.levels() - 1 && values.size(level).voxels() > MOST_VOXELS) {
            level++;
        }
        GridSize size = values.size(level);
        var slices = new float[size.k()][size.i() * size.j()];
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    slices[k][j * size.i() + i] = values.value(level, i, j, k);
                }
            }
        }
        return new SpaceVolume(
                geometry, 1 << level, new Samples.Floats(size.i(), size.j(), slices));
    }

    public VolumeGeometry geometry() {
        return geometry;
    }

    /// How many acquired voxels a side one of the samples covers: 1 but for volumes larger than memory.
    public int side() {
        return side;
    }

    /// The tables for a function; those of the last one are kept, since a body is turned more often than its look is
    /// changed.
    Tints tints(TransferFunction function) {
        Tinted last = tinted.get();
        if (last == null || !last.function().equals(function)) {
            last = new Tinted(function, new Tints(function, this));
            tinted.set(last);
        }
        return last.tints();
    }

    private record Tinted(TransferFunction function, Tints tints) {}

    Samples samples() {
        return samples;
    }

    Bricks bricks() {
        return bricks;
    }

    /// The least value of all.
    public float least() {
        return least;
    }

    /// The largest value of all.
    public float most() {
        return most;
    }
}
