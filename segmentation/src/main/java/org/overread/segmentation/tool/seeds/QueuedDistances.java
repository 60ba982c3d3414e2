// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.seeds;

import java.util.Arrays;
import java.util.List;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.segmentation.tool.bits.VoxelValues;
import org.overread.segmentation.tool.seeds.GeodesicGrowth.Faces;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;

/// Distances as 32-bit numbers with a fraction, voxel after voxel from the nearest on: for prices of millimetres and for
/// values that are not whole. One thread.
///
/// Nine bytes a voxel: a long with the distance in its high half and the value in its low one, and a byte with the
/// label. Around the voxels lies a shell that is closed, so that no step needs to look where it goes.
final class QueuedDistances implements SeedDistances {
    private static final long CLOSED = 0L; // nothing is nearer than 0
    private static final int FAR = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    private final GridSize size;
    private final VoxelBox box;
    private final int width;
    private final int perSlice;
    private final long[] cells;
    private final byte[] labels;
    private final int[] neighbours = new int[26];
    private final StepLengths lengths;
    private final Faces faces;
    private final RadixQueue queue = new RadixQueue();

    QueuedDistances(Volume volume, BitSlices open, VoxelBox box, double pricePerMm, Faces faces) {
        size = volume.geometry().size();
        this.box = box;
        this.faces = faces;
        width = box.highI() - box.lowI() + 3;
        perSlice = width * (box.highJ() - box.lowJ() + 3);
        int count = Math.multiplyExact(perSlice, box.highK() - box.lowK() + 3);
        cells = new long[count];
        labels = new byte[count];
        lengths = new StepLengths(volume.geometry(), pricePerMm);
        for (int n = 0; n < 26; n++) {
            neighbours[n] =
                    StepLengths.dk(n) * perSlice + StepLengths.dj(n) * width + StepLengths.di(n);
        }
        load(volume, open);
    }

    static final int BYTES = 9; // a voxel

    private void load(Volume volume, BitSlices open) {
        var values = new VoxelValues(volume.voxels().inMemory());
        var slice = new float[size.i() * size.j()];
        var words = new long[BitSlices.wordsPerSlice(size)];
        int perRow = BitSlices.wordsPerRow(size);
        Arrays.fill(cells, CLOSED);
        for (int k = box.lowK(); k <= box.highK(); k++) {
            values.copySlice(k, slice);
            open.read(k, words);
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                for (int i = box.lowI(); i <= box.highI(); i++) {
                    float value = slice[j * size.i() + i];
                    boolean isOpen = ((words[j * perRow + (i >>> 6)] >>> i) & 1) != 0;
                    if (isOpen && Float.isFinite(value)) {
                        cells[at(i, j, k)] = cell(FAR, value);
                    }
                }
            }
        }
    }

    private static long cell(int distance, float value) {
        return ((long) distance << 32) | (Float.floatToRawIntBits(value) & 0xFFFF_FFFFL);
    }

    private int at(int i, int j, int k) {
        return (k - box.lowK() + 1) * perSlice
                + (j - box.lowJ() + 1) * width
                + (i - box.lowI() + 1);
    }

    @Override
    public void add(List<Seed> seeds) {
        ToolInput.forEachVoxel(
                seeds,
                seed -> {
                    if (inBox(seed)) {
                        int n = at(seed.i(), seed.j(), seed.k());
                        boolean isOpen = cells[n] != CLOSED;
                        if (isOpen || labels[n] != 0) {
                            cells[n] &= 0xFFFF_FFFFL; // distance 0, its value kept
                            labels[n] = (byte) seed.label();
                            queue.push(0, n);
                        }
                    }
                });
    }

    private boolean inBox(Seed.Point seed) {
        return seed.i() >= box.lowI()
                && seed.i() <= box.highI()
                && seed.j() >= box.lowJ()
                && seed.j() <= box.highJ()
                && seed.k() >= box.lowK()
                && seed.k() <= box.highK();
    }

    @Override
    public void replace(int label, List<Seed> seeds) {
        byte gone = (byte) label;
        for (int n = 0; n < labels.length; n++) {
            if (labels[n] == gone) {
                labels[n] = 0;
                cells[n] = (cells[n] & 0xFFFF_FFFFL) | ((long) FAR << 32);
            }
        }
        queue.clear();
        for (int n = perSlice; n < labels.length - perSlice; n++) {
            if (labels[n] != 0 && bordersOpenLand(n)) {
                queue.push((int) (cells[n] >>> 32), n);
            }
        }
        add(seeds);
    }

    private boolean bordersOpenLand(int n) {
        for (int step : neighbours) {
            if (labels[n + step] == 0 && (int) (cells[n + step] >>> 32) == FAR) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Reach run(Crew crew) {
        long steps = 0;
        while (queue.take()) {
            if ((++steps & 0xFFFF) == 0) {
                crew.cancel().check();
            }
            int voxel = queue.voxel();
            long cell = cells[voxel];
            if ((int) (cell >>> 32) == queue.key() && conducts(voxel)) {
                if (lengths.areFree()) {
                    spread(voxel, cell);
                } else {
                    spreadAtAPrice(voxel, cell);
                }
            }
        }
        queue.clear();
        return Reach.ALL;
    }

    private boolean conducts(int voxel) {
        if (faces == Faces.CONDUCT) {
            return true;
        }
        int i = voxel % width - 1 + box.lowI();
        int j = voxel / width % (perSlice / width) - 1 + box.lowJ();
        int k = voxel / perSlice - 1 + box.lowK();
        return i > 0 && i < size.i() - 1 && j > 0 && j < size.j() - 1 && k > 0 && k < size.k() - 1;
    }

    private void spread(int voxel, long cell) {
        int here = (int) (cell >>> 32);
        float distance = Float.intBitsToFloat(here);
        float value = Float.intBitsToFloat((int) cell);
        byte label = labels[voxel];
        for (int step : neighbours) {
            long other = cells[voxel + step];
            int known = (int) (other >>> 32);
            if (known > here) {
                float sum = distance + Math.abs(Float.intBitsToFloat((int) other) - value);
                offer(voxel + step, known, sum, label, other);
            }
        }
    }

    private void spreadAtAPrice(int voxel, long cell) {
        int here = (int) (cell >>> 32);
        float distance = Float.intBitsToFloat(here);
        float value = Float.intBitsToFloat((int) cell);
        byte label = labels[voxel];
        int k = voxel / perSlice - 1 + box.lowK();
        for (int n = 0; n < neighbours.length; n++) {
            int next = voxel + neighbours[n];
            long other = cells[next];
            int known = (int) (other >>> 32);
            if (known > here) {
                float sum =
                        distance
                                + Math.abs(Float.intBitsToFloat((int) other) - value)
                                + lengths.price(n, k);
                offer(next, known, sum, label, other);
            }
        }
    }

    private void offer(int voxel, int known, float sum, byte label, long other) {
        int key = Float.floatToRawIntBits(sum); // floats from 0 on are in the order of their bits
        if (key < known) {
            cells[voxel] = ((long) key << 32) | (other & 0xFFFF_FFFFL);
            labels[voxel] = label;
            queue.push(key, voxel);
        }
    }

    @Override
    public void readRow(int j, int k, byte[] row) {
        System.arraycopy(labels, at(box.lowI(), j, k), row, 0, box.sizeI());
    }

    @Override
    public float distance(int i, int j, int k) {
        int n = at(i, j, k);
        return labels[n] == 0
                ? Float.POSITIVE_INFINITY
                : Float.intBitsToFloat((int) (cells[n] >>> 32));
    }
}
