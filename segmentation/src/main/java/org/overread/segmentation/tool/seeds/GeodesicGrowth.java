// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.seeds;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.segmentation.tool.bits.Bits;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;

/// Gives each voxel the label of the seed that is nearest along a path, where a step between two of the 26 neighbours
/// costs the difference of their values and a price for each millimetre. What an earlier run found is kept: seeds that
/// are added or taken away later cost only the voxels that change hands. One thread calls it.
///
/// Six bytes a voxel where values are whole and length costs nothing, nine otherwise.
public final class GeodesicGrowth {
    private static final int MOST_BYTES = QueuedDistances.BYTES;
    private static final float LARGEST_WHOLE = 1 << 23; // floats next to one another differ by 1

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
        OptionalInt lowest = pricePerMm == 0 ? lowestOfWhole(volume, box) : OptionalInt.empty();
        distances =
                lowest.isPresent()
                        ? new TiledDistances(volume, open, box, faces, lowest.getAsInt())
                        : queued();
    }

    /// Bytes that it takes at most, without what it needs to work.
    public static long bytes(VoxelBox box) {
        return MOST_BYTES * cells(box);
    }

    /// How many voxels it keeps: those of the box and a shell around it.
    static long cells(VoxelBox box) {
        return (box.sizeI() + 2L) * (box.sizeJ() + 2L) * (box.sizeK() + 2L);
    }

    private SeedDistances queued() {
        return new QueuedDistances(volume, open, box, pricePerMm, faces);
    }

    /// The least value, or one below it, where all that are numbers are whole and differ by no more than 16 bits hold.
    private static OptionalInt lowestOfWhole(Volume volume, VoxelBox box) {
        return switch (volume.voxels().inMemory()) {
            case Voxels.Int16 _ -> OptionalInt.of(Short.MIN_VALUE);
            case Voxels.UInt16 _ -> OptionalInt.of(0);
            case Voxels.Float32 real -> {
                float least = Float.POSITIVE_INFINITY;
                float most = Float.NEGATIVE_INFINITY;
                for (int k = box.lowK(); k <= box.highK(); k++) {
                    for (float value : real.slice(k)) {
                        if (Float.isFinite(value)) {
                            if (value != Math.rint(value)) {
                                yield OptionalInt.empty();
                            }
                            least = Math.min(least, value);
                            most = Math.max(most, value);
                        }
                    }
                }
                yield least <= most
                                && (double) most - least <= SeedCells.LARGEST_STEP
                                && Math.abs(least) <= LARGEST_WHOLE
                        ? OptionalInt.of((int) least)
                        : OptionalInt.empty();
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
