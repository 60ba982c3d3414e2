// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.components;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;

/// The connected parts of a mask, numbered from 0 in the order of their first voxels (i fastest): the numbers that ITK
/// and SciPy give, less one.
///
/// Immutable. Costs the rows within the mask's bounds, and 8 bytes a run.
public final class Components {
    private static final int LARGE = 1 << 12; // voxels

    private final GridSize size;
    private final RunTable table;
    private final int[] labels; // of each run
    private final long[] voxels; // of each part

    private Components(GridSize size, RunTable table, int[] labels) {
        this.size = size;
        this.table = table;
        this.labels = labels;
        int count = -1;
        for (int label : labels) {
            count = Math.max(count, label);
        }
        voxels = new long[count + 1];
        for (int k = 0; k < table.box().sizeK(); k++) {
            int[] runs = table.runs(k);
            int offset = table.offset(k);
            for (int n = 0; n < runs.length; n++) {
                voxels[labels[offset + n]] += RunTable.length(runs[n]);
            }
        }
    }

    public static Components of(Mask mask, Connectivity connectivity, Crew crew) {
        var table =
                new RunTable(
                        mask,
                        mask.bounds().orElse(new VoxelBox(0, 0, 0, 0, 0, 0)),
                        RunTable.Of.MASK,
                        crew);
        return new Components(
                mask.size(),
                table,
                RunUnion.labels(table, connectivity, RunUnion.Across.VOLUME, crew));
    }

    /// How many parts there are.
    public int count() {
        return voxels.length;
    }

    /// How many voxels a part has.
    public long voxels(int part) {
        return voxels[part];
    }

    /// The parts from the largest to the smallest; of equal ones, the one that begins first. Most parts of many are
    /// specks: those are counted into their places, and only the few large ones are compared.
    public int[] bySize() {
        var next = new int[LARGE + 1]; // place of the next part of so many voxels, or of more
        for (long size : voxels) {
            next[(int) Math.min(size, LARGE)]++;
        }
        int large = next[LARGE];
        int place = 0;
        for (int size = LARGE; size >= 0; size--) {
            int count = next[size];
            next[size] = place;
            place += count;
        }
        var order = new int[voxels.length];
        for (int part = 0; part < voxels.length; part++) {
            order[next[(int) Math.min(voxels[part], LARGE)]++] = part;
        }
        int[] sorted =
                IntStream.of(order)
                        .limit(large)
                        .boxed()
                        .sorted(Comparator.comparingLong((Integer part) -> -voxels[part]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        System.arraycopy(sorted, 0, order, 0, large);
        return order;
    }

    /// The part that a voxel belongs to; empty where the voxel is not in the mask.
    public OptionalInt at(int i, int j, int k) {
        VoxelBox box = table.box();
        if (i < box.lowI()
                || i > box.highI()
                || j < box.lowJ()
                || j > box.highJ()
                || k < box.lowK()
                || k > box.highK()) {
            return OptionalInt.empty();
        }
        int slice = k - box.lowK();
        int[] starts = table.rowStarts(slice);
        int[] runs = table.runs(slice);
        for (int n = starts[j - box.lowJ()]; n < starts[j - box.lowJ() + 1]; n++) {
            if (RunTable.first(runs[n]) <= i && i <= RunTable.last(runs[n])) {
                return OptionalInt.of(labels[table.offset(slice) + n]);
            }
        }
        return OptionalInt.empty();
    }

    /// The voxels of one part.
    public Mask mask(int part, Crew crew) {
        return where(n -> n == part, crew);
    }

    /// The largest part; the empty mask where there is none.
    public Mask largest(Crew crew) {
        int best = -1;
        for (int part = 0; part < voxels.length; part++) {
            if (best < 0 || voxels[part] > voxels[best]) {
                best = part;
            }
        }
        int largest = best;
        return where(n -> n == largest, crew);
    }

    /// The parts of at least so many voxels.
    public Mask atLeast(long fewest, Crew crew) {
        if (fewest < 0) {
            throw new IllegalArgumentException(
                    "Parts of at least %d voxels; the number must be 0 or more.".formatted(fewest));
        }
        return where(n -> voxels[n] >= fewest, crew);
    }

    /// The parts as masks, the largest first, at most so many.
    public List<Mask> split(int atMost, Crew crew) {
        if (atMost < 1) {
            throw new IllegalArgumentException(
                    "At most %d parts; the number must be 1 or more.".formatted(atMost));
        }
        var parts = new ArrayList<Mask>();
        int[] order = bySize();
        for (int part : Arrays.copyOf(order, Math.min(atMost, order.length))) {
            parts.add(mask(part, crew));
        }
        return parts;
    }

    /// The parts that a person asks for.
    public Mask where(IntPredicate wanted, Crew crew) {
        return RunMasks.of(size, table, n -> wanted.test(labels[n]), crew);
    }

    /// Writes 1 + its part into `values` for each voxel of slice `k` that is in the mask; `values` has the slice's
    /// voxels, rows one after the other, all 0.
    public void writeSlice(int k, int[] values) {
        VoxelBox box = table.box();
        if (k < box.lowK() || k > box.highK()) {
            return;
        }
        int slice = k - box.lowK();
        int[] starts = table.rowStarts(slice);
        int[] runs = table.runs(slice);
        for (int j = 0; j < box.sizeJ(); j++) {
            int row = (box.lowJ() + j) * size.i();
            for (int n = starts[j]; n < starts[j + 1]; n++) {
                Arrays.fill(
                        values,
                        row + RunTable.first(runs[n]),
                        row + RunTable.last(runs[n]) + 1,
                        labels[table.offset(slice) + n] + 1);
            }
        }
    }
}
