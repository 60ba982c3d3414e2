// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.zip.CRC32C;
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
    private final CRC32C checksum = new CRC32C();

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
        return checksum.getValue();
    }

    /// Fills the planes of the `wanted` volumes; `progress` counts stored bytes.
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
        long done = 0;
        for (long block = 0; block < blocks; block++) {
            Block place = place(block);
            for (int from = 0; from < blockVoxels; from += chunkVoxels) {
                cancel.check();
                int voxels = Math.min(chunkVoxels, blockVoxels - from);
                samples.fill(bytes, voxels * voxelBytes);
                checksum.update(bytes, 0, voxels * voxelBytes);
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
                }
                done += (long) voxels * voxelBytes;
                listener.progress(new Progress(done, total));
            }
        }
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
