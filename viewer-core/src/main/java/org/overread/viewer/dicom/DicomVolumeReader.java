// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.overread.viewer.dicom.file.Archives;
import org.overread.viewer.dicom.pixel.SliceDecoders;
import org.overread.viewer.dicom.pixel.ValueType;
import org.overread.viewer.dicom.pixel.VoxelMemory;
import org.overread.viewer.volume.FrameOfReference;
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

    private DicomVolumeReader(
            VolumeSource source,
            ExecutorService compute,
            LoadListener listener,
            CancelToken cancel,
            SliceDecoders decoders) {
        this.decoders = decoders;
        this.source = source;
        this.compute = compute;
        this.listener = listener;
        this.cancel = cancel;
    }

    /// Blocks until all slices are in, the middle one first and then outwards; decodes on the calling thread and on
    /// `compute`. Takes the memory of the voxels and of one slice for each thread.
    public static Volume read(
            VolumeSource source, ExecutorService compute, LoadListener listener, CancelToken cancel)
            throws IOException, InterruptedException {
        try (var archives = new Archives()) {
            var decoders = new SliceDecoders(archives);
            var reader = new DicomVolumeReader(source, compute, listener, cancel, decoders);
            try {
                return reader.read(ValueType.of(source.slices()));
            } catch (TooNarrow _) {
                return reader.read(ValueType.FLOAT32);
            }
        }
    }

    private Volume read(ValueType type) throws IOException, InterruptedException {
        Voxels voxels =
                Bounds.within(
                        Bounds.SLICE, () -> VoxelMemory.allocate(source.geometry().size(), type));
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
                count,
                n -> {
                    cancel.check();
                    int k = outwards(n, count);
                    boolean fits =
                            Bounds.within(
                                    Bounds.SLICE,
                                    () -> decoders.decode(source.slices().get(k), voxels, k));
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
