// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.volume.BitBlocks;
import org.overread.viewer.volume.GridSize;

/// A set of voxels of one volume, immutable and sparse: blocks that nobody has touched are absent or shared.
///
/// The algebra works on words of 64 voxels and skips blocks that are absent or the same object on both sides, so
/// comparing a mask with an edited copy costs only what the edit touched. No bit outside the volume is ever set. A mask
/// may be read by any thread.
public final class Mask implements BitBlocks {
    private final BlockGrid grid;
    private final @Nullable Block[] blocks;
    private final long count;
    private volatile @Nullable Bounds bounds; // once somebody has asked

    private record Bounds(Optional<VoxelBox> box) {}

    Mask(BlockGrid grid, @Nullable Block[] blocks) {
        this.grid = grid;
        this.blocks = blocks;
        long sum = 0;
        for (Block block : blocks) {
            sum += block == null ? 0 : block.count();
        }
        count = sum;
    }

    public static Mask empty(GridSize size) {
        var grid = new BlockGrid(size);
        return new Mask(grid, new Block[grid.count()]);
    }

    /// Every voxel of the volume.
    public static Mask full(GridSize size) {
        var grid = new BlockGrid(size);
        var blocks = new @Nullable Block[grid.count()];
        for (int n = 0; n < blocks.length; n++) {
            blocks[n] = FullBlocks.of(grid.box(n));
        }
        return new Mask(grid, blocks);
    }

    @Override
    public GridSize size() {
        return grid.size();
    }

    public BlockGrid grid() {
        return grid;
    }

    /// How many voxels are in the set.
    public long count() {
        return count;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /// Whether a voxel is in the set; outside the volume nothing is.
    public boolean contains(int i, int j, int k) {
        if (!size().contains(i, j, k)) {
            return false;
        }
        Block block = blocks[grid.indexOf(i, j, k)];
        return block != null && block.contains(i % Block.SIDE, j % Block.SIDE, k % Block.SIDE);
    }

    /// Voxels `32 * piece` to `32 * piece + 31` of a row as bits from the lowest on.
    public int rowBits(int piece, int j, int k) {
        Block block = blocks[grid.indexOf(piece * Block.SIDE, j, k)];
        return block == null
                ? 0
                : (int)
                        (block.word(Block.wordOf(j % Block.SIDE, k % Block.SIDE))
                                >>> Block.bitOf(0, j));
    }

    /// A block by its number in the grid; empty where no voxel of it is set.
    public Optional<Block> block(int index) {
        return Optional.ofNullable(blocks[index]);
    }

    @Override
    public @Nullable Block block(int bi, int bj, int bk) {
        return blocks[(bk * grid.acrossJ() + bj) * grid.acrossI() + bi];
    }

    /// Visits every block that has voxels, in the order of the grid.
    public void forEachBlock(BiConsumer<Integer, Block> visitor) {
        for (int n = 0; n < blocks.length; n++) {
            Block block = blocks[n];
            if (block != null) {
                visitor.accept(n, block);
            }
        }
    }

    /// The smallest box around the set; empty for the empty set.
    public Optional<VoxelBox> bounds() {
        Bounds known = bounds;
        if (known == null) {
            known = new Bounds(measured());
            bounds = known;
        }
        return known.box();
    }

    private Optional<VoxelBox> measured() {
        VoxelBox box = null;
        for (int n = 0; n < blocks.length; n++) {
            Block block = blocks[n];
            if (block != null) {
                VoxelBox part = BlockBounds.of(block, grid.box(n));
                box = box == null ? part : box.union(part);
            }
        }
        return Optional.ofNullable(box);
    }

    public Mask union(Mask other) {
        return SetOperation.UNION.apply(this, other);
    }

    public Mask intersection(Mask other) {
        return SetOperation.INTERSECTION.apply(this, other);
    }

    /// What is in this set and not in the other.
    public Mask minus(Mask other) {
        return SetOperation.DIFFERENCE.apply(this, other);
    }

    /// Whether the two have blocks in common in which voxels may be: a question that looks at no voxel. Where it is
    /// false, they share no voxel.
    public boolean meets(Mask other) {
        SetOperation.requireSameGrid(this, other);
        if (isEmpty() || other.isEmpty()) {
            return false;
        }
        for (int n = 0; n < blocks.length; n++) {
            if (blocks[n] != null && other.blocks[n] != null) {
                return true;
            }
        }
        return false;
    }

    /// What is in exactly one of the two.
    public Mask xor(Mask other) {
        return SetOperation.XOR.apply(this, other);
    }

    /// The numbers of the blocks that differ from those of another mask of the volume; blocks that both share cost nothing.
    public int[] differingBlocks(Mask other) {
        SetOperation.requireSameGrid(this, other);
        return IntStream.range(0, blocks.length)
                .filter(n -> !Block.same(blocks[n], other.blocks[n]))
                .filter(n -> !Objects.equals(blocks[n], other.blocks[n]))
                .toArray();
    }

    /// Starts a changed copy; this mask stays as it is.
    public MaskEdit edit() {
        return new MaskEdit(grid, blocks.clone());
    }

    /// What is not in the set, as far as the volume reaches.
    public Mask complement() {
        return full(size()).minus(this);
    }

    @Nullable Block blockOrNull(int index) {
        return blocks[index];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Mask mask
                        && count == mask.count
                        && grid.equals(mask.grid)
                        && Arrays.equals(blocks, mask.blocks));
    }

    @Override
    public int hashCode() {
        return 31 * grid.hashCode() + Arrays.hashCode(blocks);
    }

    @Override
    public String toString() {
        return "Mask[%d of %d voxels]".formatted(count, size().voxels());
    }
}
