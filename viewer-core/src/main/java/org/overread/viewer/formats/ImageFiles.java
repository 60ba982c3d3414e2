// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.overread.viewer.formats.data.SampleStream;
import org.overread.viewer.formats.decode.SampleDecoder;
import org.overread.viewer.formats.decode.VoxelLoader;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.header.GridFrame;
import org.overread.viewer.formats.header.ParsedImage;
import org.overread.viewer.formats.nifti.NiftiVersion;
import org.overread.viewer.formats.nifti.NiftiWriter;
import org.overread.viewer.formats.outcome.HeaderField;
import org.overread.viewer.formats.outcome.ImageFormat;
import org.overread.viewer.formats.outcome.ImageReadException;
import org.overread.viewer.formats.outcome.LookOutcome;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.outcome.WriteOutcome;
import org.overread.viewer.formats.outcome.WriteRefusal;
import org.overread.viewer.formats.sample.HeapRoom;
import org.overread.viewer.formats.sample.ImageLayout;
import org.overread.viewer.formats.sample.PlaneStore;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Reads and writes NIfTI, NRRD and MetaImage files.
///
/// What a file is, its first bytes tell, not its name. The grid is kept as it was acquired, in LPS millimetres; integers
/// are kept exact. Reading takes the memory of the voxels and a megabyte; both block, on the caller's thread.
public final class ImageFiles {
    private static final long BYTES_BESIDE_A_SLICE = 96; // array headers, references, wrappers

    private ImageFiles() {}

    /// Understands a file's header and sees that its samples can be there; reads none of them.
    public static LookOutcome look(Path file) {
        try {
            ParsedImage image = FormatReader.parse(file);
            image.check();
            return new LookOutcome.Image(image.described());
        } catch (UnreadableImage e) {
            return new LookOutcome.Refused(e.reason());
        } catch (IOException e) {
            return new LookOutcome.Refused(refusal(file, e));
        }
    }

    /// The fields of a file's header in its own words; they may hold patient data.
    public static List<HeaderField> fields(Path file) throws ImageReadException {
        try {
            return List.copyOf(FormatReader.fields(file));
        } catch (UnreadableImage e) {
            throw new ImageReadException(e.reason());
        } catch (IOException e) {
            throw new ImageReadException(refusal(file, e));
        }
    }

    /// Reads the volumes of a file; `listener` counts bytes of samples.
    ///
    /// Throws [java.util.concurrent.CancellationException] when cancelled.
    public static ReadOutcome read(Path file, Progress.Listener listener, CancelToken cancel) {
        return read(file, listener, cancel, HeapRoom.RUNTIME);
    }

    /// Reads one volume of a file that holds several, counted from 0, and takes the memory of that one alone.
    public static ReadOutcome readOne(
            Path file, int volume, Progress.Listener listener, CancelToken cancel) {
        return read(file, OptionalInt.of(volume), listener, cancel, HeapRoom.RUNTIME);
    }

    static ReadOutcome read(
            Path file, Progress.Listener listener, CancelToken cancel, HeapRoom room) {
        return read(file, OptionalInt.empty(), listener, cancel, room);
    }

    private static ReadOutcome read(
            Path file,
            OptionalInt only,
            Progress.Listener listener,
            CancelToken cancel,
            HeapRoom room) {
        try {
            return load(FormatReader.parse(file), only, listener, cancel, room);
        } catch (UnreadableImage e) {
            return new ReadOutcome.Refused(e.reason());
        } catch (IOException e) {
            return new ReadOutcome.Refused(refusal(file, e));
        }
    }

    private static ReadRefusal refusal(Path file, IOException e) {
        return e instanceof NoSuchFileException
                ? new ReadRefusal.Missing(FileNames.of(file))
                : new ReadRefusal.Unreadable(FileNames.of(file), causeOf(e));
    }

    private static ReadOutcome load(
            ParsedImage image,
            OptionalInt only,
            Progress.Listener listener,
            CancelToken cancel,
            HeapRoom room)
            throws IOException, UnreadableImage {
        String name = FileNames.of(image.file());
        ImageLayout layout = image.layout();
        image.check();
        List<Integer> wanted =
                only.isPresent()
                        ? List.of(Objects.checkIndex(only.getAsInt(), layout.volumes()))
                        : IntStream.range(0, layout.volumes()).boxed().toList();
        long samples = layout.size().voxels() * wanted.size();
        long slices = (long) wanted.size() * layout.size().k();
        long needed = samples * layout.type().smallestVoxelBytes() + slices * BYTES_BESIDE_A_SLICE;
        long free = room.forBytes(needed);
        if (free < needed) {
            throw new UnreadableImage(new ReadRefusal.TooLarge(name, needed, free));
        }
        PlaneStore planes =
                new PlaneStore(
                        layout.size(),
                        layout.volumes(),
                        SampleDecoder.firstKind(layout.type(), layout.scaling()));
        SampleDecoder decoder = SampleDecoder.of(name, layout, samples, planes, room);
        VoxelLoader loader = new VoxelLoader(layout);
        List<ReadWarning> warnings = new ArrayList<>(image.warnings());
        try (SampleStream stream = new SampleStream(image.parts())) {
            loader.load(
                    stream, decoder, v -> only.isEmpty() || only.getAsInt() == v, listener, cancel);
            if (stream.finish()) {
                warnings.add(new ReadWarning.MoreData());
            }
        }
        decoder.loss().ifPresent(warnings::add);
        List<String> titles = image.titles();
        // volumes of one file lie over each other
        var frame = new FrameOfReference.Unnamed(layout.identity(loader.checksum(), 0));
        List<Volume> volumes =
                wanted.stream()
                        .map(
                                v ->
                                        new Volume(
                                                layout.identity(loader.checksum(), v),
                                                titles.get(v),
                                                frame,
                                                layout.geometry(),
                                                image.verdict(),
                                                layout.unit(),
                                                planes.voxels(v)))
                        .toList();
        return new ReadOutcome.Read(volumes, warnings, image.facts());
    }

    /// Writes a volume in the format that the file's name asks for, whole or not at all; `listener` counts bytes.
    ///
    /// Throws [java.util.concurrent.CancellationException] when cancelled.
    public static WriteOutcome write(
            Volume volume,
            Path file,
            WriteOptions options,
            Progress.Listener listener,
            CancelToken cancel) {
        String name = FileNames.of(file);
        Optional<ImageFormat> format = ImageFormat.of(file);
        if (format.isEmpty()) {
            return new WriteOutcome.Refused(new WriteRefusal.UnknownEnding(name));
        }
        Optional<GridFrame> frame = GridFrame.of(volume.geometry());
        if (frame.isEmpty()) {
            return new WriteOutcome.Refused(new WriteRefusal.UnevenSlices(name, format.get()));
        }
        GridSize size = volume.geometry().size();
        int longest = Math.max(size.i(), Math.max(size.j(), size.k()));
        if (format.get().describe().equals(ImageFormat.NIFTI.describe())
                && options.niftiVersion() == NiftiVersion.NIFTI_1
                && longest > NiftiWriter.LARGEST_SIDE_1) {
            return new WriteOutcome.Refused(
                    new WriteRefusal.TooLargeForFormat(name, longest, NiftiWriter.LARGEST_SIDE_1));
        }
        try {
            return new WriteOutcome.Written(
                    new FormatWriter(volume, frame.get(), options, listener, cancel)
                            .write(file, format.get()));
        } catch (IOException e) {
            return new WriteOutcome.Refused(new WriteRefusal.Unwritable(name, causeOf(e)));
        }
    }

    /// What the operating system said, without the path.
    private static String causeOf(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "no permission";
            case NoSuchFileException _ -> "its folder is not there";
            case FileSystemException f ->
                    Objects.requireNonNullElse(f.getReason(), "the file system refused");
            default -> "the file system reported an error";
        };
    }
}
