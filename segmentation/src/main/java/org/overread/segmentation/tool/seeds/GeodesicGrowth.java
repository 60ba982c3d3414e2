// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.seeds;

import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.segmentation.tool.bits.Bits;
import org.overread.segmentation.tool.bits.VoxelValues;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;

/// Gives each voxel the label of the seed that is nearest along a path, where a step between two of the 26 neighbours
/// costs the difference of their values and a price for each millimetre. What an earlier run found is kept: seeds that
/// are added or taken away later cost only the voxels that change hands. One thread calls it.
///
/// Eight bytes a voxel where values are whole and length costs nothing, nine otherwise.
public final class GeodesicGrowth {
    private static final int MOST_BYTES = QueuedDistances.BYTES;

    private final Volume volume;
    private final BitSlices open;
    private final VoxelBox box;
    private final double pricePerMm;
    private final Faces faces;
    private final List<Seed> seeds = new ArrayList<>();
    private SeedDistances distances;

    /// What voxels on the faces of the volume do.
    public enum Faces {
        /// They are voxels like others.
        CONDUCT,
        /// They get a label and hand it to nobody.
        AS_ITK
    }

    /// Takes the voxels of `box` that are in `open`. `pricePerMm` is in the volume's unit.
    public GeodesicGrowth(
            Volume volume, BitSlices open, VoxelBox box, double pricePerMm, Faces faces) {
        this.volume = volume;
        this.open = open;
        this.box = box;
        this.pricePerMm = pricePerMm;
        this.faces = faces;
        distances =
                pricePerMm == 0 && areWhole(volume, box)
                        ? new SweptDistances(volume, open, box, faces)
                        : queued();
    }

    /// Bytes that it takes at most, without what it needs to work.
    public static long bytes(VoxelBox box) {
        return (long) MOST_BYTES * (box.sizeI() + 2) * (box.sizeJ() + 2) * (box.sizeK() + 2);
    }

    private SeedDistances queued() {
        return new QueuedDistances(volume, open, box, pricePerMm, faces);
    }

    /// Whether all values that are numbers are whole ones of no more than 16 bits and their sign.
    private static boolean areWhole(Volume volume, VoxelBox box) {
        return switch (volume.voxels().inMemory()) {
            case Voxels.Int16 _, Voxels.UInt16 _ -> true;
            case Voxels.Float32 real -> {
                var values = new VoxelValues(real);
                var slice = new float[values.size().i() * values.size().j()];
                for (int k = box.lowK(); k <= box.highK(); k++) {
                    values.copySlice(k, slice);
                    for (float value : slice) {
                        if (Float.isFinite(value)
                                && (value != Math.rint(value)
                                        || Math.abs(value) > SweptDistances.LARGEST_VALUE)) {
                            yield false;
                        }
                    }
                }
                yield true;
            }
        };
    }

    /// Adds seeds; [#run] then lets them grow. Where seeds of two labels lie on one voxel, the later one has it.
    public void add(List<Seed> more) {
        seeds.addAll(more);
        distances.add(more);
    }

    /// Takes away all that a label has; `kept` are those of its seeds that stay, to be grown again with the voxels that
    /// its neighbours gain.
    public void replace(int label, List<Seed> kept) {
        seeds.removeIf(seed -> seed.label() == label);
        seeds.addAll(kept);
        distances.replace(label, kept);
    }

    /// Grows until nothing changes; ends with [java.util.concurrent.CancellationException] when cancelled, and is then
    /// good for nothing more.
    public void run(CancelToken cancel) {
        run(new Crew(Runnable::run, 1, cancel, Crew.alone().listener()));
    }

    /// The same by several threads. What comes of it does not depend on how many they are.
    public void run(Crew crew) {
        switch (distances.run(crew)) {
            case ALL -> {}
            case TOO_FAR -> {
                distances = queued();
                distances.add(seeds);
                distances.run(crew);
            }
        }
    }

    /// The label of a voxel of the box, 0 for none.
    public int label(int i, int j, int k) {
        var row = new byte[box.sizeI()];
        distances.readRow(j, k, row);
        return row[i - box.lowI()] & 0xFF;
    }

    /// The distance to the nearest seed in the volume's unit; infinite where none reaches.
    public float distance(int i, int j, int k) {
        return distances.distance(i, j, k);
    }

    /// The voxels of a label.
    public Mask mask(int label) {
        GridSize size = volume.geometry().size();
        var bits = new Bits(size);
        int perRow = bits.wordsPerRow();
        var row = new byte[box.sizeI()];
        for (int k = box.lowK(); k <= box.highK(); k++) {
            long[] words = bits.slice(k);
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                distances.readRow(j, k, row);
                for (int n = 0; n < row.length; n++) {
                    if (row[n] == (byte) label) {
                        int i = box.lowI() + n;
                        words[j * perRow + (i >>> 6)] |= 1L << i;
                    }
                }
            }
        }
        return bits.toMask();
    }
}
