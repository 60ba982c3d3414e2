// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.seeds;

import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.segmentation.tool.bits.VoxelValues;
import org.overread.segmentation.tool.seeds.GeodesicGrowth.Faces;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;

/// What [TiledDistances] knows of each voxel of a box: a cell and a value, six bytes.
///
/// A cell is the distance in its high 22 bits, the label in 8, and in the lowest bit whether the voxel waits to hand it
/// on; the less it is as a number the nearer. A seed is at 0 and all else at 1 and more, so that nothing takes a seed's
/// voxel. Around the box lies a shell that is closed, so that no step needs to look where it goes.
final class SeedCells {
    /// The largest difference of two values.
    static final int LARGEST_STEP = 0xFFFF;

    /// What a distance of one adds to a cell.
    static final int ONE = 1 << 9;

    static final int DISTANCE_BITS = 9; // from here up
    static final int WAITS = 1;
    static final int FAR = 1 << 30; // that nothing has reached
    static final int LONGEST =
            (FAR >> DISTANCE_BITS) - LARGEST_STEP - 2; // that a step may begin at

    private static final int CLOSED = 0; // nothing is nearer
    private static final int LABEL = 0xFF << 1;

    final int[] near;
    final short[] values; // above the least one, as numbers without a sign
    final int width;
    final int perSlice;
    final VoxelBox box;

    private final GridSize size;
    private final boolean facesOnlyTake;
    private final double usualStep;

    SeedCells(Volume volume, BitSlices open, VoxelBox box, Faces faces, int lowest) {
        size = volume.geometry().size();
        this.box = box;
        facesOnlyTake = faces == Faces.AS_ITK;
        width = box.sizeI() + 2;
        perSlice = width * (box.sizeJ() + 2);
        int count = Math.multiplyExact(perSlice, box.sizeK() + 2);
        near = new int[count];
        values = new short[count];
        usualStep = load(new VoxelValues(volume.voxels().inMemory()), open, lowest);
    }

    /// Tells the mean difference between neighbours in rows.
    private double load(VoxelValues source, BitSlices open, int lowest) {
        var slice = new float[size.i() * size.j()];
        var words = new long[BitSlices.wordsPerSlice(size)];
        int perRow = BitSlices.wordsPerRow(size);
        double sum = 0;
        long count = 0;
        for (int k = box.lowK(); k <= box.highK(); k++) {
            source.copySlice(k, slice);
            open.read(k, words);
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                int to = at(0, j, k); // where voxel 0 of the row would be
                for (int i = box.lowI(); i <= box.highI(); i++) {
                    float value = slice[j * size.i() + i];
                    boolean isOpen = ((words[j * perRow + (i >>> 6)] >>> i) & 1) != 0;
                    if (isOpen && Float.isFinite(value)) {
                        near[to + i] = FAR;
                        values[to + i] = (short) ((int) value - lowest);
                        if (near[to + i - 1] == FAR) {
                            sum += Math.abs(value - slice[j * size.i() + i - 1]);
                            count++;
                        }
                    }
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /// The mean difference of open voxels side by side.
    double usualStep() {
        return usualStep;
    }

    /// Of a voxel of the volume, in the box or next to it.
    int at(int i, int j, int k) {
        return (k - box.lowK() + 1) * perSlice
                + (j - box.lowJ() + 1) * width
                + (i - box.lowI() + 1);
    }

    /// Tells whether it could: seeds out of the box and on closed voxels cannot.
    boolean plant(Seed.Point seed) {
        if (seed.i() < box.lowI()
                || seed.i() > box.highI()
                || seed.j() < box.lowJ()
                || seed.j() > box.highJ()
                || seed.k() < box.lowK()
                || seed.k() > box.highK()) {
            return false;
        }
        int at = at(seed.i(), seed.j(), seed.k());
        if (near[at] == CLOSED) {
            return false;
        }
        near[at] = (seed.label() << 1) | WAITS;
        return true;
    }

    /// Takes from a label all that it has.
    void clear(int label) {
        int bits = label << 1;
        for (int n = 0; n < near.length; n++) {
            int cell = near[n];
            near[n] = (cell & LABEL) == bits && cell < FAR ? FAR : cell;
        }
    }

    /// Told of a voxel, counted from the first of the box.
    @FunctionalInterface
    interface Woken {
        void at(int i, int j, int k, int distance);
    }

    /// Lets voxels that nothing has reached be handed what their neighbours have.
    void wakeBeside(Woken woken) {
        boolean[] far = rowsWithFar();
        int perSlab = box.sizeJ() + 2;
        for (int k = 0; k < box.sizeK(); k++) {
            for (int j = 0; j < box.sizeJ(); j++) {
                int line = (k + 1) * perSlab + j + 1;
                boolean any = false;
                for (int n = 0; n < 9; n++) {
                    any |= far[line + (n / 3 - 1) * perSlab + n % 3 - 1];
                }
                if (any) {
                    wakeRow(j, k, woken);
                }
            }
        }
    }

    private boolean[] rowsWithFar() {
        var far = new boolean[near.length / width];
        for (int line = 0; line < far.length; line++) {
            int any = 0;
            for (int n = line * width; n < (line + 1) * width; n++) {
                any |= near[n];
            }
            far[line] = (any & FAR) != 0;
        }
        return far;
    }

    private void wakeRow(int j, int k, Woken woken) {
        int row = (k + 1) * perSlice + (j + 1) * width + 1;
        for (int i = 0; i < box.sizeI(); i++) {
            int cell = near[row + i];
            if (cell != CLOSED && cell < FAR && isBesideFar(row + i)) {
                near[row + i] = cell | WAITS;
                woken.at(i, j, k, cell >> DISTANCE_BITS);
            }
        }
    }

    private boolean isBesideFar(int at) {
        int any = 0;
        for (int dk = -perSlice; dk <= perSlice; dk += perSlice) {
            for (int dj = -width; dj <= width; dj += width) {
                int middle = at + dk + dj;
                any |= near[middle - 1] | near[middle] | near[middle + 1];
            }
        }
        return (any & FAR) != 0;
    }

    static int label(int cell) {
        return cell >= FAR ? 0 : (cell >> 1) & 0xFF;
    }

    /// In the volume's unit; infinite where nothing has reached.
    static float distance(int cell) {
        return cell >= FAR || cell == CLOSED
                ? Float.POSITIVE_INFINITY
                : Math.max(0, (cell >> DISTANCE_BITS) - 1);
    }

    /// Whether voxels from `low` on, so many in each direction, may lie on a face that only takes.
    boolean mayOnlyTake(int lowI, int lowJ, int lowK, int side) {
        return facesOnlyTake
                && (lowI == 0
                        || lowJ == 0
                        || lowK == 0
                        || lowI + side >= size.i()
                        || lowJ + side >= size.j()
                        || lowK + side >= size.k());
    }

    /// Whether a voxel lies on a face of the volume.
    boolean isFace(int i, int j, int k) {
        return i == 0
                || j == 0
                || k == 0
                || i == size.i() - 1
                || j == size.j() - 1
                || k == size.k() - 1;
    }
}
