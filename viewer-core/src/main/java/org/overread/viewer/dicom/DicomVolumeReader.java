// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.overread.viewer.dicom.file.Archives;
import org.overread.viewer.dicom.pixel.SliceDecoders;
import org.overread.viewer.dicom.pixel.ValueType;
import org.overread.viewer.dicom.pixel.VoxelMemory;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Reads the voxels of a volume that a scan found, each slice straight into its array.
public final class DicomVolumeReader {
    private final VolumeSource source;
    private final ExecutorService compute;
    private final LoadListener listener;
    private final CancelToken cancel;
    private final SliceDecoders decoders;
    private final BiPredicate<GridSize, ValueType> roomy;

    private DicomVolumeReader(
            VolumeSource source,
            ExecutorService compute,
            LoadListener listener,
            CancelToken cancel,
            SliceDecoders decoders,
            BiPredicate<GridSize, ValueType> roomy) {
        this.decoders = decoders;
        this.roomy = roomy;
        this.source = source;
        this.compute = compute;
        this.listener = listener;
        this.cancel = cancel;
    }

    /// Blocks until all slices are in, the middle one first and then outwards; decodes on the calling thread and on
    /// `compute`. Takes the memory of the voxels and of one slice for each thread. Voxels that do not fit memory go into
    /// bricks, slices spread over the whole first.
    public static Volume read(
            VolumeSource source, ExecutorService compute, LoadListener listener, CancelToken cancel)
            throws IOException, InterruptedException {
        return read(source, compute, listener, cancel, VoxelMemory::fits);
    }

    /// `roomy` says whether voxels fit memory.
    static Volume read(
            VolumeSource source,
            ExecutorService compute,
            LoadListener listener,
            CancelToken cancel,
            BiPredicate<GridSize, ValueType> roomy)
            throws IOException, InterruptedException {
        try (var archives = new Archives()) {
            var decoders = new SliceDecoders(archives);
            var reader = new DicomVolumeReader(source, compute, listener, cancel, decoders, roomy);
            try {
                return reader.read(ValueType.of(source.slices()));
            } catch (TooNarrow _) {
                return reader.read(ValueType.FLOAT32);
            }
        }
    }

    /// Reads slice `k`; false where a value does not fit.
    @FunctionalInterface
    private interface Place {
        boolean read(int k) throws IOException;
    }

    private Volume read(ValueType type) throws IOException, InterruptedException {
        GridSize size = source.geometry().size();
        if (!roomy.test(size, type)) {
            var bricks = BrickSlices.of(decoders, size, type);
            return read(
                    type,
                    bricks.voxels(),
                    bricks.order(),
                    k -> bricks.add(source.slices().get(k), k));
        }
        Voxels voxels = Bounds.within(Bounds.SLICE, () -> VoxelMemory.allocate(size, type));
        int count = source.slices().size();
        return read(
                type,
                voxels,
                IntStream.range(0, count).mapToObj(n -> outwards(n, count)).toList(),
                k -> decoders.decode(source.slices().get(k), voxels, k));
    }

    private Volume read(ValueType type, Voxels voxels, List<Integer> order, Place place)
            throws IOException, InterruptedException {
        var volume =
                new Volume(
                        source.id(),
                        source.title(),
                        FrameOfReference.of(source.series().frameOfReferenceUid(), source.id()),
                        source.geometry(),
                        source.verdict(),
                        source.meaning().unit(),
                        voxels);
        listener.started(volume);
        int count = source.slices().size();
        long sliceBytes = VoxelMemory.sliceBytes(source.geometry().size(), type);
        var done = new AtomicInteger();
        SharedWork.run(
                compute,
                order::forEach,
                k -> {
                    cancel.check();
                    boolean fits = Bounds.within(Bounds.SLICE, () -> place.read(k));
                    if (!fits) {
                        throw new TooNarrow();
                    }
                    listener.sliceComplete(k);
                    long slices = done.incrementAndGet();
                    listener.progress(
                            new Progress(slices, count, slices * sliceBytes, count * sliceBytes));
                });
        return volume;
    }

    /// The n-th slice when one begins in the middle: 5 slices come as 2, 3, 1, 4, 0.
    static int outwards(int n, int count) {
        int middle = count / 2;
        int away = (n + 1) / 2;
        boolean up = n % 2 == 1;
        int k = up ? middle + away : middle - away;
        return k < count ? k : 0;
    }

    /// The values of one slice, rows from the top, for a thumbnail or a preview. Costs one file access.
    public static float[] readSlice(VolumeSource source, int k) throws IOException {
        try (var archives = new Archives()) {
            return Bounds.within(
                    Bounds.SLICE, () -> new SliceDecoders(archives).decode(source.slices().get(k)));
        }
    }

    /// The same of a volume of colours, packed as voxels hold them.
    public static int[] readColours(VolumeSource source, int k) throws IOException {
        try (var archives = new Archives()) {
            return new SliceDecoders(archives).decodeColours(source.slices().get(k));
        }
    }

    /// A value does not fit 16 bits although the header let hope so.
    private static final class TooNarrow extends IOException {
        @java.io.Serial private static final long serialVersionUID = 1;
    }
}
