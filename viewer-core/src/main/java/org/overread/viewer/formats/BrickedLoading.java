// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.overread.viewer.bricks.Pyramid;
import org.overread.viewer.bricks.SliceValues;
import org.overread.viewer.formats.data.RawSamples;
import org.overread.viewer.formats.data.SampleStream;
import org.overread.viewer.formats.decode.BlockChecksum;
import org.overread.viewer.formats.decode.SampleDecoder;
import org.overread.viewer.formats.decode.SampleDecoder.Run;
import org.overread.viewer.formats.decode.VoxelLoader;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.header.ParsedImage;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.sample.HeapRoom;
import org.overread.viewer.formats.sample.ImageLayout;
import org.overread.viewer.formats.sample.PlaneStore;
import org.overread.viewer.formats.sample.StoredType;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.SampleKind;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;
import org.overread.viewer.work.TimeLimitExceededException;

/// One reading of an image that does not fit memory: on all cores, slice by slice into bricks. First come slices spread
/// over the whole, so that every place shows something; then the others from the middle outwards. Packed samples, and
/// those spread over several files, come in their order on the calling thread.
final class BrickedLoading {
    /// A thread has ended.
    private static final int NO_MORE = -1;

    private final ParsedImage image;
    private final ImageLayout layout;
    private final Following following;
    private final CancelToken cancel;
    private final PlaneStore.Kind kind;
    private final BlockChecksum checksum;
    private final AtomicInteger next = new AtomicInteger();
    private final BlockingQueue<Integer> arrived = new LinkedBlockingQueue<>();

    BrickedLoading(ParsedImage image, Following following, CancelToken cancel) {
        this.image = image;
        this.layout = image.layout();
        this.following = following;
        this.cancel = cancel;
        kind = SampleDecoder.firstKind(layout.type(), layout.scaling());
        checksum = new BlockChecksum(layout.size().k(), sliceBytes());
    }

    /// Whether an image is too large for memory and its slices follow one another as they are.
    static boolean takes(ParsedImage image, Following following, HeapRoom room) {
        ImageLayout layout = image.layout();
        if (!(following instanceof Following.One) || layout.volumes() != 1) {
            return false;
        }
        boolean sliceBySlice = new VoxelLoader(layout).isSliceBySlice() && isOneKind(layout);
        long needed = ImageLoading.bytesOf(layout, 1);
        return sliceBySlice && room.forBytes(needed) < needed;
    }

    /// Whether the first value already says how all are kept.
    private static boolean isOneKind(ImageLayout layout) {
        StoredType type = layout.type();
        return switch (type) {
            case INT8, UINT8, INT16, UINT16 -> layout.scaling().isNone();
            case FLOAT32, FLOAT64 -> true;
            case INT32, UINT32, INT64, UINT64, RGB8 -> false;
        };
    }

    ReadOutcome load() throws IOException, UnreadableImage {
        image.check();
        Pyramid pyramid = Pyramid.create(layout.size(), sampleKind(), folder());
        var voxels = new Voxels.Bricked(pyramid);
        if (following instanceof Following.One(int volume, VolumeListener listener)) {
            listener.started(image.volume(volume, layout.identity(0, volume), voxels));
        }
        List<ReadWarning> warnings = new ArrayList<>(image.warnings());
        Optional<RawSamples> raw = RawSamples.of(image.parts());
        warnings.addAll(raw.isPresent() ? readRaw(raw.get(), pyramid) : readInOrder(pyramid));
        Volume whole = image.volume(0, layout.identity(checksum.value(), 0), voxels);
        return new ReadOutcome.Read(List.of(whole), warnings, image.facts());
    }

    private List<ReadWarning> readRaw(RawSamples raw, Pyramid pyramid)
            throws IOException, UnreadableImage {
        try (RawSamples samples = raw) {
            List<ReadWarning> warnings = readAll(samples, pyramid);
            if (samples.isFollowedByMore()) {
                warnings.add(new ReadWarning.MoreData());
            }
            return warnings;
        }
    }

    private List<ReadWarning> readInOrder(Pyramid pyramid) throws IOException, UnreadableImage {
        List<ReadWarning> warnings = new ArrayList<>();
        var slice = new Slice();
        try (var samples = new SampleStream(image.parts())) {
            for (int k = 0; k < layout.size().k(); k++) {
                cancel.check();
                samples.fill(slice.bytes, slice.bytes.length);
                slice.put(k, pyramid);
                tell(k, k + 1);
            }
            if (samples.finish()) {
                warnings.add(new ReadWarning.MoreData());
            }
        }
        slice.decoder.loss().ifPresent(warnings::add);
        return warnings;
    }

    private List<ReadWarning> readAll(RawSamples samples, Pyramid pyramid)
            throws IOException, UnreadableImage {
        List<Integer> order = order(pyramid.previewStride());
        var losses = new ArrayList<ReadWarning>();
        int threads = Runtime.getRuntime().availableProcessors();
        try (var crew = Executors.newFixedThreadPool(threads)) {
            var hands = new ArrayList<Future<Optional<ReadWarning>>>();
            for (int n = 0; n < threads; n++) {
                Callable<Optional<ReadWarning>> hand = () -> readSome(samples, pyramid, order);
                hands.add(crew.submit(hand));
            }
            tellArrived(threads);
            for (Future<Optional<ReadWarning>> hand : hands) {
                await(hand).filter(loss -> !losses.contains(loss)).ifPresent(losses::add);
            }
        }
        return losses;
    }

    /// On the calling thread alone, so that whoever follows hears one thing after another.
    private void tellArrived(int threads) {
        int slices = 0;
        int ended = 0;
        while (ended < threads) {
            int k = nextArrived();
            if (k == NO_MORE) {
                ended++;
                continue;
            }
            tell(k, ++slices);
        }
    }

    private void tell(int k, int slices) {
        following.progress(new Progress(slices * sliceBytes(), layout.bytes()));
        if (following instanceof Following.One(_, VolumeListener listener)) {
            listener.sliceComplete(k);
        }
    }

    private int nextArrived() {
        try {
            return arrived.take();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static Optional<ReadWarning> await(Future<Optional<ReadWarning>> hand)
            throws IOException, UnreadableImage {
        try {
            return hand.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case UnreadableImage unreadable -> throw unreadable;
                case IOException failed -> throw failed;
                case CancellationException cancelled -> throw cancelled;
                case TimeLimitExceededException slow -> throw slow;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /// What one thread does: takes slices as long as there are any.
    private Optional<ReadWarning> readSome(RawSamples samples, Pyramid pyramid, List<Integer> order)
            throws IOException, UnreadableImage {
        try {
            return readSlices(samples, pyramid, order);
        } finally {
            arrived.add(NO_MORE);
        }
    }

    private Optional<ReadWarning> readSlices(
            RawSamples samples, Pyramid pyramid, List<Integer> order)
            throws IOException, UnreadableImage {
        var slice = new Slice();
        int at;
        while ((at = next.getAndIncrement()) < order.size()) {
            cancel.check();
            int k = order.get(at);
            samples.fill(k * sliceBytes(), slice.bytes, slice.bytes.length);
            slice.put(k, pyramid);
            arrived.add(k);
        }
        return slice.decoder.loss();
    }

    /// Room for one slice, from its bytes to its values. Belongs to one thread.
    private final class Slice {
        private final PlaneStore plane;
        private final SampleDecoder decoder;
        private final byte[] bytes = new byte[Math.toIntExact(sliceBytes())];
        private final ByteBuffer chunk = ByteBuffer.wrap(bytes).order(layout.order());
        private final CRC32C crc = new CRC32C();

        Slice() throws UnreadableImage {
            GridSize size = layout.size();
            plane = new PlaneStore(new GridSize(size.i(), size.j(), 1), 1, kind);
            String name = FileNames.of(image.file());
            decoder = SampleDecoder.of(name, layout, size.voxels(), plane, HeapRoom.RUNTIME);
        }

        void put(int k, Pyramid pyramid) throws IOException, UnreadableImage {
            GridSize size = layout.size();
            crc.reset();
            crc.update(bytes);
            checksum.put(k, crc);
            decoder.decode(chunk, new Run(0, 1, size.i() * size.j(), 0, 0, 0));
            pyramid.add(k, values(plane));
        }
    }

    private SliceValues values(PlaneStore plane) {
        return switch (kind) {
            case INT16 -> new SliceValues.Signed(plane.shortsAt(0, 0));
            case UINT16 -> new SliceValues.Unsigned(plane.shortsAt(0, 0));
            case FLOAT32 -> new SliceValues.Real(plane.floatsAt(0, 0));
            case RGB8 -> throw new IllegalStateException("colours are no numbers");
        };
    }

    private SampleKind sampleKind() {
        return switch (kind) {
            case INT16 -> SampleKind.INT16;
            case UINT16 -> SampleKind.UINT16;
            case FLOAT32 -> SampleKind.FLOAT32;
            case RGB8 -> throw new IllegalStateException("colours are no numbers");
        };
    }

    private long sliceBytes() {
        return (long) layout.size().i() * layout.size().j() * layout.type().bytes();
    }

    private List<Integer> order(int stride) {
        int slices = layout.size().k();
        int middle = slices / 2;
        return IntStream.range(0, slices)
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingInt(
                                        k -> k == middle || isPreview(k, stride, slices) ? 0 : 1)
                                .thenComparingInt(k -> Math.abs(k - middle)))
                .toList();
    }

    /// The middle one of the slices that share a voxel of the coarsest level.
    private static boolean isPreview(int k, int stride, int slices) {
        int first = k / stride * stride;
        return k == (first + Math.min(first + stride, slices)) / 2;
    }

    /// Larger files than the one for small temporary things may hold, where the system has a place for them.
    private static Path folder() {
        Path large = Path.of("/var/tmp");
        return Files.isWritable(large) ? large : Path.of(System.getProperty("java.io.tmpdir"));
    }
}
