// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.seeds;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.segmentation.tool.bits.VoxelValues;
import org.overread.segmentation.tool.seeds.GeodesicGrowth.Faces;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;

/// Distances as whole numbers, row after row: a row takes from a neighbour what became nearer there, all of its voxels
/// at once, and hands on where it changed, until no row has anything to take. The least distances are the same in
/// whatever order that happens, so tiles of rows that do not touch are swept by several threads. Of labels that are
/// equally near the lowest has the voxel.
///
/// Eight bytes a voxel: an int with the distance in its high 24 bits and the label in its low 8, and one with the value
/// in its high 24 bits. A voxel that may not hand on has a value so far from all others that no step from it pays.
final class SweptDistances implements SeedDistances {
    /// The largest value that a voxel may have, and less its sign the least.
    static final int LARGEST_VALUE = 0xFFFF;

    private static final int LABEL_BITS = 8;
    private static final int FAR = (1 << 30) - (1 << 27);
    private static final int TOO_FAR = FAR - ((2 * LARGEST_VALUE + 2) << LABEL_BITS);
    private static final int FACE =
            (1 << 30) + (1 << 25); // added to the value of a face that only takes
    private static final int SHUT = (1 << 30) + (1 << 26);
    private static final int TILE = 32; // rows
    private static final int ITSELF = 1 << 8;
    private static final int ALL = (1 << 9) - 1;

    private final GridSize size;
    private final VoxelBox box;
    private final boolean facesOnlyTake;
    private final int across;
    private final int rows;
    private final int slices;
    private final int[][] near;
    private final int[][] values;
    private final int[] shutRow;
    private final int[] pending; // bits of neighbours that changed, and of the row itself
    private final boolean[] pendingTiles;
    private final Map<Long, Integer> faceSeeds = new HashMap<>();
    private volatile boolean wentFar;

    SweptDistances(Volume volume, BitSlices open, VoxelBox box, Faces faces) {
        size = volume.geometry().size();
        this.box = box;
        facesOnlyTake = faces == Faces.AS_ITK;
        across = box.sizeI();
        rows = box.sizeJ();
        slices = box.sizeK();
        int count = Math.multiplyExact(rows, slices);
        near = new int[count][];
        values = new int[count][];
        pending = new int[count];
        pendingTiles = new boolean[tilesOf(rows) * tilesOf(slices)];
        shutRow = new int[across + 2];
        Arrays.fill(shutRow, FAR);
        load(volume, open);
    }

    private static int tilesOf(int rows) {
        return Math.ceilDiv(rows, TILE);
    }

    private void load(Volume volume, BitSlices open) {
        var source = new VoxelValues(volume.voxels().inMemory());
        var slice = new float[size.i() * size.j()];
        var words = new long[BitSlices.wordsPerSlice(size)];
        int perRow = BitSlices.wordsPerRow(size);
        for (int k = box.lowK(); k <= box.highK(); k++) {
            source.copySlice(k, slice);
            open.read(k, words);
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                var line = new int[across + 2];
                Arrays.fill(line, SHUT);
                boolean any = false;
                for (int n = 0; n < across; n++) {
                    int i = box.lowI() + n;
                    float value = slice[j * size.i() + i];
                    boolean isOpen = ((words[j * perRow + (i >>> 6)] >>> i) & 1) != 0;
                    if (isOpen && Float.isFinite(value)) {
                        line[n + 1] = ((int) value << LABEL_BITS) + (isFace(i, j, k) ? FACE : 0);
                        any = true;
                    }
                }
                int row = rowOf(j, k);
                values[row] = line;
                near[row] = any ? shutRow.clone() : shutRow;
            }
        }
    }

    private int rowOf(int j, int k) {
        return (k - box.lowK()) * rows + j - box.lowJ();
    }

    private boolean isFace(int i, int j, int k) {
        return facesOnlyTake
                && (i == 0
                        || j == 0
                        || k == 0
                        || i == size.i() - 1
                        || j == size.j() - 1
                        || k == size.k() - 1);
    }

    @Override
    public void add(List<Seed> seeds) {
        ToolInput.forEachVoxel(seeds, this::add);
    }

    private void add(Seed.Point seed) {
        if (seed.i() < box.lowI()
                || seed.i() > box.highI()
                || seed.j() < box.lowJ()
                || seed.j() > box.highJ()
                || seed.k() < box.lowK()
                || seed.k() > box.highK()) {
            return;
        }
        int row = rowOf(seed.j(), seed.k());
        int at = seed.i() - box.lowI() + 1;
        if (isFace(seed.i(), seed.j(), seed.k()) && values[row][at] != SHUT) {
            faceSeeds.put((long) row * (across + 2) + at, seed.label());
        } else if (values[row][at] != SHUT) {
            near[row][at] = seed.label();
            want(row, ITSELF);
        }
    }

    @Override
    public void replace(int label, List<Seed> seeds) {
        faceSeeds.values().removeIf(its -> its == label);
        for (int row = 0; row < near.length; row++) {
            int[] line = near[row];
            boolean any = false;
            for (int n = 1; n <= across; n++) {
                if ((line[n] & 0xFF) == label && line[n] < FAR) {
                    line[n] = FAR;
                    any = true;
                }
            }
            if (any) {
                want(row, ALL);
            }
        }
        add(seeds);
    }

    private void want(int row, int bits) {
        pending[row] |= bits;
        pendingTiles[row / rows / TILE * tilesOf(rows) + row % rows / TILE] = true;
    }

    @Override
    public Reach run(Crew crew) {
        wentFar = false;
        while (anyPending()) {
            for (int colour = 0; colour < 4; colour++) {
                int[] tiles = pendingTiles(colour);
                crew.each(tiles.length, n -> sweep(tiles[n]));
            }
        }
        return wentFar && isCutOff() ? Reach.TOO_FAR : Reach.ALL;
    }

    private boolean anyPending() {
        for (boolean tile : pendingTiles) {
            if (tile) {
                return true;
            }
        }
        return false;
    }

    /// Tiles that have work; those of one colour do not touch.
    private int[] pendingTiles(int colour) {
        int acrossTiles = tilesOf(rows);
        var tiles = new int[pendingTiles.length];
        int count = 0;
        for (int n = 0; n < tiles.length; n++) {
            boolean isOfColour =
                    (n % acrossTiles & 1) == (colour & 1) && (n / acrossTiles & 1) == colour >> 1;
            if (isOfColour && pendingTiles[n]) {
                tiles[count++] = n;
            }
        }
        return Arrays.copyOf(tiles, count);
    }

    private void sweep(int tile) {
        int lowJ = tile % tilesOf(rows) * TILE;
        int lowK = tile / tilesOf(rows) * TILE;
        int endJ = Math.min(rows, lowJ + TILE);
        int endK = Math.min(slices, lowK + TILE);
        boolean any = true;
        while (any) {
            any = false;
            for (int k = lowK; k < endK; k++) {
                for (int j = lowJ; j < endJ; j++) {
                    any |= take(j, k);
                }
            }
            for (int k = endK - 1; k >= lowK && any; k--) {
                for (int j = endJ - 1; j >= lowJ; j--) {
                    take(j, k);
                }
            }
        }
        pendingTiles[tile] = false;
    }

    /// Lets a row take from the neighbours that changed; tells whether there were any.
    private boolean take(int j, int k) {
        int row = k * rows + j;
        int bits = pending[row];
        if (bits == 0) {
            return false;
        }
        pending[row] = 0;
        int[] line = near[row];
        if (isShut(line)) {
            return true;
        }
        int changed = bits & ITSELF;
        for (int n = 0; n < 8; n++) {
            if (((bits >>> n) & 1) != 0 && isWithin(j + dj(n), k + dk(n))) {
                int other = row + dk(n) * rows + dj(n);
                if (!isShut(near[other])) {
                    changed |= RowSteps.take(line, values[row], near[other], values[other]);
                }
            }
        }
        if (changed != 0) {
            if (RowSteps.along(line, values[row], TOO_FAR, FAR)) {
                wentFar = true;
            }
            for (int n = 0; n < 8; n++) {
                if (isWithin(j + dj(n), k + dk(n))) {
                    want(row + dk(n) * rows + dj(n), 1 << (7 - n));
                }
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // one array stands for all rows without open voxels
    private boolean isShut(int[] line) {
        return line == shutRow;
    }

    private boolean isWithin(int j, int k) {
        return j >= 0 && j < rows && k >= 0 && k < slices;
    }

    // neighbours of a row as they lie in memory, the row itself left out; 7 - n is opposite to n

    private static int dj(int n) {
        return (n < 4 ? n : n + 1) % 3 - 1;
    }

    private static int dk(int n) {
        return (n < 4 ? n : n + 1) / 3 - 1;
    }

    /// Whether a voxel is so far that a step from it may not have fitted.
    private boolean isCutOff() {
        for (int row = 0; row < near.length; row++) {
            for (int at = 1; at <= across; at++) {
                if (near[row][at] < FAR && near[row][at] >= TOO_FAR) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void readRow(int j, int k, byte[] row) {
        int[] line = near[rowOf(j, k)];
        for (int n = 0; n < across; n++) {
            int cell = line[n + 1];
            row[n] = cell < FAR ? (byte) cell : 0;
        }
        if (facesOnlyTake) {
            boolean all = j == 0 || k == 0 || j == size.j() - 1 || k == size.k() - 1;
            for (int n = 0; n < across; n++) {
                if (all || isFace(box.lowI() + n, j, k)) {
                    int cell = face(box.lowI() + n, j, k);
                    row[n] = cell < FAR ? (byte) cell : 0;
                }
            }
        }
    }

    @Override
    public float distance(int i, int j, int k) {
        int cell = isFace(i, j, k) ? face(i, j, k) : near[rowOf(j, k)][i - box.lowI() + 1];
        return cell < FAR ? cell >> LABEL_BITS : Float.POSITIVE_INFINITY;
    }

    /// What a voxel on a face takes from its neighbours.
    private int face(int i, int j, int k) {
        int row = rowOf(j, k);
        int at = i - box.lowI() + 1;
        int seed = faceSeeds.getOrDefault((long) row * (across + 2) + at, 0);
        if (seed != 0) {
            return seed;
        }
        int least = FAR;
        int value = values[row][at] - FACE;
        if (values[row][at] == SHUT) {
            return least;
        }
        for (int n = 0; n < 8; n++) {
            if (isWithin(j - box.lowJ() + dj(n), k - box.lowK() + dk(n))) {
                int other = row + dk(n) * rows + dj(n);
                for (int x = at - 1; x <= at + 1; x++) {
                    least = Math.min(least, near[other][x] + Math.abs(values[other][x] - value));
                }
            }
        }
        for (int x = at - 1; x <= at + 1; x += 2) {
            least = Math.min(least, near[row][x] + Math.abs(values[row][x] - value));
        }
        return least;
    }
}
