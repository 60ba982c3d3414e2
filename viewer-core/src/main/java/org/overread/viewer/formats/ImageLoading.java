// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.overread.viewer.formats.data.RawSamples;
import org.overread.viewer.formats.data.SampleStream;
import org.overread.viewer.formats.decode.SampleDecoder;
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
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.ArrayMemory;
import org.overread.viewer.work.CancelToken;

/// One reading of an image whose header is understood. Belongs to one thread.
final class ImageLoading {
    private static final long BYTES_BESIDE_A_SLICE = 96; // array headers, references, wrappers

    private final ParsedImage image;
    private final ImageLayout layout;
    private final Following following;
    private final CancelToken cancel;
    private final PlaneStore planes;
    private final SampleDecoder decoder;
    private final List<Integer> wanted;
    private final VoxelLoader loader;
    private final BitSet complete = new BitSet(); // slices nobody was told of yet
    private boolean started;

    ImageLoading(ParsedImage image, Following following, CancelToken cancel, HeapRoom room)
            throws IOException, UnreadableImage {
        this.image = image;
        this.layout = image.layout();
        this.following = following;
        this.cancel = cancel;
        image.check();
        wanted =
                switch (following) {
                    case Following.All _ -> IntStream.range(0, layout.volumes()).boxed().toList();
                    case Following.One(int volume, _) ->
                            List.of(Objects.checkIndex(volume, layout.volumes()));
                };
        String name = FileNames.of(image.file());
        long samples = layout.size().voxels() * wanted.size();
        requireRoom(name, room);
        planes =
                new PlaneStore(
                        layout.size(),
                        layout.volumes(),
                        SampleDecoder.firstKind(layout.type(), layout.scaling()));
        decoder = SampleDecoder.of(name, layout, samples, planes, room);
        loader = new VoxelLoader(layout);
    }

    /// What so many of its volumes take at least.
    static long bytesOf(ImageLayout layout, int volumes) {
        GridSize size = layout.size();
        long slice = (long) size.i() * size.j() * layout.type().smallestVoxelBytes();
        return (ArrayMemory.taken(slice) + BYTES_BESIDE_A_SLICE) * volumes * size.k();
    }

    private void requireRoom(String name, HeapRoom room) throws UnreadableImage {
        long needed = bytesOf(layout, wanted.size());
        long free = room.forBytes(needed);
        if (free < needed) {
            throw new UnreadableImage(new ReadRefusal.TooLarge(name, needed, free));
        }
    }

    ReadOutcome load() throws IOException, UnreadableImage {
        List<ReadWarning> warnings = new ArrayList<>(image.warnings());
        if (loadSamples()) {
            warnings.add(new ReadWarning.MoreData());
        }
        decoder.loss().ifPresent(warnings::add);
        List<Volume> volumes =
                wanted.stream()
                        .map(
                                v ->
                                        volume(
                                                v,
                                                layout.identity(loader.checksum(), v),
                                                planes.voxels(v)))
                        .toList();
        return new ReadOutcome.Read(volumes, warnings, image.facts());
    }

    /// Answers whether more data follows than the header promises.
    private boolean loadSamples() throws IOException, UnreadableImage {
        if (following instanceof Following.One(int volume, VolumeListener listener)) {
            loader.follow(volume, k -> tell(volume, k, listener));
            Optional<RawSamples> raw =
                    loader.isSliceBySlice() ? RawSamples.of(image.parts()) : Optional.empty();
            if (raw.isPresent()) {
                try (RawSamples samples = raw.get()) {
                    loader.loadFromTheMiddle(samples, decoder, volume, following::progress, cancel);
                    return samples.isFollowedByMore();
                }
            }
        }
        try (SampleStream stream = new SampleStream(image.parts())) {
            loader.load(stream, decoder, wanted::contains, following::progress, cancel);
            return stream.finish();
        }
    }

    /// A volume whose number type may still change is not shown yet: it would have to be taken back.
    private void tell(int volume, int k, VolumeListener listener) {
        complete.set(k);
        if (decoder.mayWiden()) {
            return;
        }
        if (!started) {
            started = true;
            listener.started(
                    volume(volume, layout.identity(0, volume), planes.voxelsWhileFilling(volume)));
        }
        complete.stream().forEach(listener::sliceComplete);
        complete.clear();
    }

    private Volume volume(int index, String id, Voxels voxels) {
        return image.volume(index, id, voxels);
    }
}
