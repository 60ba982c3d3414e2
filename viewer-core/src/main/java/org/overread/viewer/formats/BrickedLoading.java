// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32C;
import org.overread.viewer.bricks.NoRoomException;
import org.overread.viewer.formats.data.RawSamples;
import org.overread.viewer.formats.data.SampleStream;
import org.overread.viewer.formats.decode.BlockChecksum;
import org.overread.viewer.formats.decode.SampleDecoder;
import org.overread.viewer.formats.decode.SampleDecoder.Run;
import org.overread.viewer.formats.decode.VoxelLoader;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.header.ParsedImage;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.sample.HeapRoom;
import org.overread.viewer.formats.sample.ImageLayout;
import org.overread.viewer.formats.sample.PlaneStore;
import org.overread.viewer.formats.sample.StoredType;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;
import org.overread.viewer.work.TimeLimitExceededException;

/// One reading of an image that does not fit memory: on all cores, slice by slice into bricks. First come slices spread
/// over the whole, so that every place shows something; then the others from the middle outwards; at last what the file
/// holds of other volumes, for the checksum. Packed samples, and those spread over several files, come in their order on
/// the calling thread.
final class BrickedLoading {
    /// A thread has ended.
    private static final int NO_MORE = -1;

    /// A slice of another volume is read.
    private static final int ELSEWHERE = -2;

    private final ParsedImage image;
    private final ImageLayout layout;
    private final Following.One following;
    private final CancelToken cancel;
    private final VoxelLoader places;
    private final int blocks; // slices of all volumes, as they follow one another
    private final PlaneStore.Kind kind;
    private final BlockChecksum checksum;
    private final AtomicInteger next = new AtomicInteger();
    private final BlockingQueue<Integer> arrived = new LinkedBlockingQueue<>();

    BrickedLoading(ParsedImage image, Following.One following, CancelToken cancel) {
        this.image = image;
        this.layout = image.layout();
        this.following = following;
        this.cancel = cancel;
        places = new VoxelLoader(layout);
        blocks = Math.multiplyExact(layout.size().k(), layout.volumes());
        kind =
                isOneKind(layout)
                        ? SampleDecoder.firstKind(layout.type(), layout.scaling())
                        : PlaneStore.Kind.FLOAT32;
        checksum = new BlockChecksum(blocks, sliceBytes());
    }

    /// Whether bricks can be made of an image: its slices follow one another as they are.
    static boolean canTake(ParsedImage image) {
        return new VoxelLoader(image.layout()).isSliceBySlice();
    }

    /// Whether one volume of the image is too large for memory however small its values are.
    static boolean hasToTake(ParsedImage image, HeapRoom room) {
        long needed = ImageLoading.bytesOf(image.layout(), 1);
        return canTake(image) && room.forBytes(needed) < needed;
    }

    /// Whether the first value already says how all are kept.
    private static boolean isOneKind(ImageLayout layout) {
        StoredType type = layout.type();
        return switch (type) {
            case INT8, UINT8, INT16, UINT16 -> layout.scaling().isNone();
            case FLOAT32, FLOAT64, RGB8 -> true;
            case INT32, UINT32, INT64, UINT64 -> false;
        };
    }

    ReadOutcome load() throws IOException, UnreadableImage {
        image.check();
        Objects.checkIndex(following.volume(), layout.volumes());
        Bricks bricks = bricks();
        Voxels voxels = bricks.voxels();
        int wanted = following.volume();
        following.listener().started(image.volume(wanted, layout.identity(0, wanted), voxels));
        List<ReadWarning> warnings = new ArrayList<>(image.warnings());
        Optional<RawSamples> raw = RawSamples.of(image.parts());
        warnings.addAll(raw.isPresent() ? readRaw(raw.get(), bricks) : readInOrder(bricks));
        Volume whole = image.volume(wanted, layout.identity(checksum.value(), wanted), voxels);
        return new ReadOutcome.Read(List.of(whole), warnings, image.facts());
    }

    private List<ReadWarning> readRaw(RawSamples raw, Bricks bricks)
            throws IOException, UnreadableImage {
        try (RawSamples samples = raw) {
            List<ReadWarning> warnings = readAll(samples, bricks);
            if (samples.isFollowedByMore()) {
                warnings.add(new ReadWarning.MoreData());
            }
            return warnings;
        }
    }

    private List<ReadWarning> readInOrder(Bricks bricks) throws IOException, UnreadableImage {
        List<ReadWarning> warnings = new ArrayList<>();
        var slice = new Slice();
        try (var samples = new SampleStream(image.parts())) {
            for (int block = 0; block < blocks; block++) {
                cancel.check();
                samples.fill(slice.bytes, slice.bytes.length);
                tell(slice.put(block, bricks), block + 1);
            }
            if (samples.finish()) {
                warnings.add(new ReadWarning.MoreData());
            }
        }
        slice.decoder.loss().ifPresent(warnings::add);
        return warnings;
    }

    private List<ReadWarning> readAll(RawSamples samples, Bricks bricks)
            throws IOException, UnreadableImage {
        List<Integer> order = order(bricks);
        var losses = new ArrayList<ReadWarning>();
        int threads = Runtime.getRuntime().availableProcessors();
        try (var crew = Executors.newFixedThreadPool(threads)) {
            var hands = new ArrayList<Future<Optional<ReadWarning>>>();
            for (int n = 0; n < threads; n++) {
                Callable<Optional<ReadWarning>> hand = () -> readSome(samples, bricks, order);
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
        if (k != ELSEWHERE) {
            following.listener().sliceComplete(k);
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
    private Optional<ReadWarning> readSome(RawSamples samples, Bricks bricks, List<Integer> order)
            throws IOException, UnreadableImage {
        try {
            return readSlices(samples, bricks, order);
        } finally {
            arrived.add(NO_MORE);
        }
    }

    private Optional<ReadWarning> readSlices(RawSamples samples, Bricks bricks, List<Integer> order)
            throws IOException, UnreadableImage {
        var slice = new Slice();
        int at;
        while ((at = next.getAndIncrement()) < order.size()) {
            cancel.check();
            int block = order.get(at);
            samples.fill(block * sliceBytes(), slice.bytes, slice.bytes.length);
            arrived.add(slice.put(block, bricks));
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

        /// Answers with the slice's number, or that it is of another volume.
        int put(int block, Bricks bricks) throws IOException, UnreadableImage {
            GridSize size = layout.size();
            crc.reset();
            crc.update(bytes);
            checksum.put(block, crc);
            if (places.volumeOf(block) != following.volume()) {
                return ELSEWHERE;
            }
            int k = places.sliceOf(block);
            decoder.decode(chunk, new Run(0, 1, size.i() * size.j(), 0, 0, 0));
            bricks.add(k, plane);
            return k;
        }
    }

    private Bricks bricks() throws IOException, UnreadableImage {
        try {
            return Bricks.of(layout.size(), kind);
        } catch (NoRoomException e) {
            String name = FileNames.of(image.file());
            throw new UnreadableImage(new ReadRefusal.NoRoom(name, e.neededBytes(), e.roomBytes()));
        }
    }

    /// The blocks of the wanted volume as they are best read, then all others.
    private List<Integer> order(Bricks bricks) {
        int[] ofSlice = new int[layout.size().k()];
        var others = new ArrayList<Integer>();
        for (int block = 0; block < blocks; block++) {
            if (places.volumeOf(block) == following.volume()) {
                ofSlice[places.sliceOf(block)] = block;
            } else {
                others.add(block);
            }
        }
        var order = new ArrayList<Integer>();
        bricks.order().forEach(k -> order.add(ofSlice[k]));
        order.addAll(others);
        return order;
    }

    private long sliceBytes() {
        return (long) layout.size().i() * layout.size().j() * layout.type().bytes();
    }
}
