// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.local;

import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.segmentation.tool.bits.VoxelValues;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.VolumeGeometry;

/// The voxels of a box: their values, whether a region may enter them, and which seeds lie on them. Six bytes a voxel.
///
/// The arrays are for the tool that asked for them to read and write. The shell around the box has the values of the
/// volume, its outermost ones repeated beyond it, and is closed. A value that is no number is closed too and is replaced
/// by the one before it in its row, so that no filter spreads it.
public final class LocalVolume {
    private final LocalBox box;
    private final VolumeGeometry geometry;
    private final float[] values;
    private final boolean[] open;
    private final byte[] seeds;

    private LocalVolume(LocalBox box, VolumeGeometry geometry) {
        this.box = box;
        this.geometry = geometry;
        int count = Math.toIntExact(box.count());
        values = new float[count];
        open = new boolean[count];
        seeds = new byte[count];
    }

    /// Bytes a voxel.
    public static final int BYTES = 6;

    /// Reads a box; costs a few nanoseconds a voxel.
    public static LocalVolume of(ToolInput input, LocalBox box, Crew crew) {
        VolumeGeometry geometry = input.volume().geometry();
        var local = new LocalVolume(box, geometry);
        local.load(new VoxelValues(input.volume().voxels().inMemory()), crew);
        local.close(input.within());
        ToolInput.forEachVoxel(
                input.seeds(),
                seed -> {
                    if (box.contains(seed.i(), seed.j(), seed.k())) {
                        int n = box.at(seed.i(), seed.j(), seed.k());
                        if (local.open[n]) {
                            local.seeds[n] = (byte) seed.label();
                        }
                    }
                });
        return local;
    }

    private void load(VoxelValues source, Crew crew) {
        GridSize size = geometry.size();
        int rows = box.box().sizeJ() + 2;
        crew.each(
                box.box().sizeK() + 2,
                slice -> {
                    var from = new float[size.i() * size.j()];
                    int k = slice - 1 + box.box().lowK();
                    source.copySlice(Math.clamp(k, 0, size.k() - 1), from);
                    for (int row = 0; row < rows; row++) {
                        int j = row - 1 + box.box().lowJ();
                        int start = slice * box.slice() + row * box.row();
                        loadRow(from, Math.clamp(j, 0, size.j() - 1) * size.i(), start);
                        if (slice > 0 && slice <= box.box().sizeK() && row > 0 && row < rows - 1) {
                            openRow(from, j * size.i() + box.box().lowI(), start + 1);
                        }
                    }
                });
    }

    private void loadRow(float[] from, int row, int to) {
        int last = geometry.size().i() - 1;
        float before = 0;
        for (int n = 0; n < box.row(); n++) {
            float value = from[row + Math.clamp(n - 1L + box.box().lowI(), 0, last)];
            before = Float.isFinite(value) ? value : before;
            values[to + n] = before;
        }
    }

    private void openRow(float[] from, int row, int to) {
        for (int n = 0; n < box.box().sizeI(); n++) {
            open[to + n] = Float.isFinite(from[row + n]);
        }
    }

    private void close(Optional<Mask> within) {
        if (within.isEmpty()) {
            return;
        }
        GridSize size = geometry.size();
        BitSlices allowed = BitSlices.all(size).within(within.get());
        var words = new long[BitSlices.wordsPerSlice(size)];
        int perRow = BitSlices.wordsPerRow(size);
        for (int k = box.box().lowK(); k <= box.box().highK(); k++) {
            allowed.read(k, words);
            for (int j = box.box().lowJ(); j <= box.box().highJ(); j++) {
                int n = box.at(box.box().lowI(), j, k);
                for (int i = box.box().lowI(); i <= box.box().highI(); i++, n++) {
                    open[n] &= ((words[j * perRow + (i >>> 6)] >>> i) & 1) != 0;
                }
            }
        }
    }

    public LocalBox box() {
        return box;
    }

    public VolumeGeometry geometry() {
        return geometry;
    }

    public float[] values() {
        return values;
    }

    /// Where a region may go; false in the shell.
    public boolean[] open() {
        return open;
    }

    /// The label of the seed on a voxel, 0 for none; where several lie on one voxel, the last. None on closed voxels.
    public byte[] seeds() {
        return seeds;
    }

    /// Puts seeds of a label on the sides of the box, where the volume goes on behind them and no other seed lies.
    public void sowSides(int label) {
        VoxelBox at = box.box();
        GridSize size = geometry.size();
        for (int k = at.lowK(); k <= at.highK(); k++) {
            boolean isEndK = (k == at.lowK() && k > 0) || (k == at.highK() && k < size.k() - 1);
            for (int j = at.lowJ(); j <= at.highJ(); j++) {
                boolean isEndJ = (j == at.lowJ() && j > 0) || (j == at.highJ() && j < size.j() - 1);
                int row = box.at(at.lowI(), j, k);
                for (int n = row; n < row + at.sizeI(); n++) {
                    boolean isEndI =
                            (n == row && at.lowI() > 0)
                                    || (n == row + at.sizeI() - 1 && at.highI() < size.i() - 1);
                    if ((isEndI || isEndJ || isEndK) && open[n] && seeds[n] == 0) {
                        seeds[n] = (byte) label;
                    }
                }
            }
        }
    }

    /// Whether some seed of the label lies on a voxel that is open; never of label 0.
    public boolean hasSeed(int label) {
        if (label == 0) {
            return false;
        }
        for (byte seed : seeds) {
            if (seed == (byte) label) {
                return true;
            }
        }
        return false;
    }

    /// Millimetres to the next column.
    public double stepI() {
        return geometry.spacingI();
    }

    /// Millimetres to the next row.
    public double stepJ() {
        return geometry.spacingJ();
    }

    /// Millimetres from slice `k` of the box, counted from 0, to the next, along the line that joins their voxels.
    public double stepK(int k) {
        int slices = geometry.size().k();
        return slices == 1
                ? geometry.spacingK()
                : geometry.kStep(Math.clamp(k + box.box().lowK(), 0, slices - 2)).length();
    }
}
