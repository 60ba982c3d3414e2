// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.overread.viewer.formats.data.RawSamples;
import org.overread.viewer.formats.data.SampleStream;
import org.overread.viewer.formats.decode.SampleDecoder.Run;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.sample.FileAxis;
import org.overread.viewer.formats.sample.ImageLayout;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Streams the samples of a file into the slices of its volumes. Belongs to one thread.
///
/// Samples come in *blocks*, the longest runs that lie in one slice: all axes before the first that is neither a column
/// nor a row next to it. Where further volumes alternate from sample to sample, a block holds a run for each of them.
public final class VoxelLoader {
    private static final int CHUNK_BYTES = 1 << 20;

    private final ImageLayout layout;
    private final int interleaved; // volumes that alternate from sample to sample
    private final int blockVoxels; // voxels of one volume in one block
    private final List<FileAxis> outer; // the axes along which blocks follow one another
    private long checksum;
    private int followed = -1;
    private IntConsumer complete = _ -> {};
    private int[] missing = {}; // of the followed volume, voxels of each slice

    public VoxelLoader(ImageLayout layout) {
        this.layout = layout;
        int axis = 0;
        int before = 1;
        while (!(layout.axes().get(axis) instanceof FileAxis.Spatial)) {
            before *= layout.axes().get(axis++).length();
        }
        interleaved = before;
        int voxels = layout.axes().get(axis++).length();
        if (axis < layout.axes().size()
                && layout.axes().get(axis) instanceof FileAxis.Spatial(int direction, int length)
                && direction == 1) {
            voxels *= length;
            axis++;
        }
        blockVoxels = voxels;
        outer = layout.axes().subList(axis, layout.axes().size());
    }

    /// The stored samples' checksum, once they are loaded.
    public long checksum() {
        return checksum;
    }

    /// `complete` hears of each slice of a volume when all of it is there.
    public void follow(int volume, IntConsumer newListener) {
        followed = volume;
        complete = newListener;
        missing = new int[layout.size().k()];
        Arrays.fill(missing, layout.size().i() * layout.size().j());
    }

    /// Whether each block is a slice, so that slices can be read in any order.
    public boolean isSliceBySlice() {
        return interleaved == 1 && blockVoxels == layout.size().i() * layout.size().j();
    }

    /// Fills the planes of one volume from the middle slice outwards, then passes over the other volumes for the
    /// checksum; `listener` counts stored bytes.
    public void loadFromTheMiddle(
            RawSamples samples,
            SampleDecoder decoder,
            int volume,
            Progress.Listener listener,
            CancelToken cancel)
            throws IOException, UnreadableImage {
        int blocks = Math.toIntExact(layout.samples() / blockVoxels);
        long blockBytes = (long) blockVoxels * layout.type().bytes();
        var blockChecksum = new BlockChecksum(blocks, blockBytes);
        int chunkVoxels = Math.clamp(CHUNK_BYTES / layout.type().bytes(), 1, blockVoxels);
        byte[] bytes = new byte[chunkVoxels * layout.type().bytes()];
        ByteBuffer chunk = ByteBuffer.wrap(bytes).order(layout.order());
        long done = 0;
        for (int block : fromTheMiddle(volume, blocks)) {
            Block place = place(block);
            for (int from = 0; from < blockVoxels; from += chunkVoxels) {
                cancel.check();
                int voxels = Math.min(chunkVoxels, blockVoxels - from);
                int length = voxels * layout.type().bytes();
                samples.fill(
                        block * blockBytes + (long) from * layout.type().bytes(), bytes, length);
                blockChecksum.update(bytes, length);
                if (place.volume == volume) {
                    decoder.decode(chunk, new Run(0, 1, voxels, volume, place.k, from));
                    arrived(volume, place.k, voxels);
                }
                done += length;
                listener.progress(new Progress(done, layout.bytes()));
            }
            blockChecksum.end(block);
        }
        checksum = blockChecksum.value();
    }

    /// The blocks of the volume outwards from its middle, then all others.
    private List<Integer> fromTheMiddle(int volume, int blocks) {
        int middle = layout.size().k() / 2;
        Comparator<Integer> others =
                Comparator.comparingInt(block -> place(block).volume == volume ? 0 : 1);
        return IntStream.range(0, blocks)
                .boxed()
                .sorted(
                        others.thenComparingInt(
                                block ->
                                        place(block).volume == volume
                                                ? Math.abs(place(block).k - middle)
                                                : 0))
                .toList();
    }

    private void arrived(int volume, int k, int voxels) {
        if (volume == followed) {
            missing[k] -= voxels;
            if (missing[k] == 0) {
                complete.accept(k);
            }
        }
    }

    /// Fills the planes of the `wanted` volumes; `listener` counts stored bytes.
    public void load(
            SampleStream samples,
            SampleDecoder decoder,
            IntPredicate wanted,
            Progress.Listener listener,
            CancelToken cancel)
            throws IOException, UnreadableImage {
        long total = layout.bytes();
        int sampleBytes = layout.type().bytes();
        int voxelBytes = sampleBytes * interleaved;
        int chunkVoxels = Math.clamp(CHUNK_BYTES / voxelBytes, 1, blockVoxels);
        byte[] bytes = new byte[chunkVoxels * voxelBytes];
        ByteBuffer chunk = ByteBuffer.wrap(bytes).order(layout.order());
        long blocks = layout.samples() / ((long) blockVoxels * interleaved);
        var crc = new CRC32C();
        long done = 0;
        for (long block = 0; block < blocks; block++) {
            Block place = place(block);
            for (int from = 0; from < blockVoxels; from += chunkVoxels) {
                cancel.check();
                int voxels = Math.min(chunkVoxels, blockVoxels - from);
                samples.fill(bytes, voxels * voxelBytes);
                crc.update(bytes, 0, voxels * voxelBytes);
                for (int v = 0; v < interleaved; v++) {
                    if (!wanted.test(place.volume + v)) {
                        continue;
                    }
                    decoder.decode(
                            chunk,
                            new Run(
                                    v,
                                    interleaved,
                                    voxels,
                                    place.volume + v,
                                    place.k,
                                    place.at + from));
                    arrived(place.volume + v, place.k, voxels);
                }
                done += (long) voxels * voxelBytes;
                listener.progress(new Progress(done, total));
            }
        }
        checksum = crc.getValue();
    }

    /// The volume of a block, where each is a slice.
    public int volumeOf(int block) {
        return place(block).volume;
    }

    /// The slice that a block is, where each is one.
    public int sliceOf(int block) {
        return place(block).k;
    }

    /// Where a block goes: its (first) volume, slice and first voxel.
    private record Block(int volume, int k, int at) {}

    private Block place(long block) {
        GridSize size = layout.size();
        long rest = block;
        int volume = 0;
        int weight = interleaved;
        int j = 0;
        int k = 0;
        for (FileAxis axis : outer) {
            int index = (int) (rest % axis.length());
            rest /= axis.length();
            if (axis instanceof FileAxis.Spatial(int direction, _)) {
                j = direction == 1 ? index : j;
                k = direction == 2 ? index : k;
            } else {
                volume += index * weight;
                weight *= axis.length();
            }
        }
        return new Block(volume, k, j * size.i());
    }
}
