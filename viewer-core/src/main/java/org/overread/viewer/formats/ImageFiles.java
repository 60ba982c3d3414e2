// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.overread.viewer.formats.data.ReadBounds;
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
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.outcome.WriteOutcome;
import org.overread.viewer.formats.outcome.WriteRefusal;
import org.overread.viewer.formats.sample.HeapRoom;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;
import org.overread.viewer.work.TimeLimit;
import org.overread.viewer.work.TimeLimitExceededException;

/// Reads and writes NIfTI, NRRD and MetaImage files.
///
/// What a file is, its first bytes tell, not its name. The grid is kept as it was acquired, in LPS millimetres; integers
/// are kept exact. Reading takes the memory of the voxels and a megabyte; both block, on the caller's thread.
public final class ImageFiles {
    private ImageFiles() {}

    /// Understands a file's header and sees that its samples can be there; reads none of them.
    public static LookOutcome look(Path file) {
        return switch (parse(file, Parts.THERE)) {
            case Header.Understood(ParsedImage image) -> new LookOutcome.Image(image.described());
            case Header.Refused(ReadRefusal reason) -> new LookOutcome.Refused(reason);
        };
    }

    private sealed interface Header {
        record Understood(ParsedImage image) implements Header {}

        record Refused(ReadRefusal reason) implements Header {}
    }

    private enum Parts {
        THERE,
        ANYWHERE
    }

    private static Header parse(Path file, Parts parts) {
        try {
            return TimeLimit.within(ReadBounds.HEADER, () -> parsed(file, parts));
        } catch (TimeLimitExceededException e) {
            return new Header.Refused(tooSlow(file, e));
        }
    }

    private static Header parsed(Path file, Parts parts) {
        try {
            ParsedImage image = FormatReader.parse(file);
            if (parts == Parts.THERE) {
                image.check();
            }
            return new Header.Understood(image);
        } catch (UnreadableImage e) {
            return new Header.Refused(e.reason());
        } catch (IOException e) {
            return new Header.Refused(refusal(file, e));
        }
    }

    /// The fields of a file's header in its own words; they may hold patient data.
    public static List<HeaderField> fields(Path file) throws ImageReadException {
        try {
            return TimeLimit.<List<HeaderField>, ImageReadException>within(
                    ReadBounds.HEADER, () -> fieldsOf(file));
        } catch (TimeLimitExceededException e) {
            throw new ImageReadException(tooSlow(file, e));
        }
    }

    private static List<HeaderField> fieldsOf(Path file) throws ImageReadException {
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

    /// Reads one volume of a file that holds several, counted from 0, and takes the memory of that one alone. Where the
    /// samples are stored as they are, the middle slice comes first.
    ///
    /// Throws [java.util.concurrent.CancellationException] when cancelled.
    public static ReadOutcome readOne(
            Path file, int volume, VolumeListener listener, CancelToken cancel) {
        return read(file, new Following.One(volume, listener), cancel, HeapRoom.RUNTIME);
    }

    static ReadOutcome read(
            Path file, Progress.Listener listener, CancelToken cancel, HeapRoom room) {
        return read(file, new Following.All(listener), cancel, room);
    }

    static ReadOutcome readOne(
            Path file, int volume, VolumeListener listener, CancelToken cancel, HeapRoom room) {
        return read(file, new Following.One(volume, listener), cancel, room);
    }

    private static ReadOutcome read(
            Path file, Following following, CancelToken cancel, HeapRoom room) {
        return switch (parse(file, Parts.ANYWHERE)) {
            case Header.Understood(ParsedImage image) -> read(image, following, cancel, room);
            case Header.Refused(ReadRefusal reason) -> new ReadOutcome.Refused(reason);
        };
    }

    private static ReadOutcome read(
            ParsedImage image, Following following, CancelToken cancel, HeapRoom room) {
        try {
            return following instanceof Following.One one
                    ? readOne(image, one, cancel, room)
                    : new ImageLoading(image, following, cancel, room).load();
        } catch (UnreadableImage e) {
            return new ReadOutcome.Refused(e.reason());
        } catch (TimeLimitExceededException e) {
            return new ReadOutcome.Refused(tooSlow(image.file(), e));
        } catch (IOException e) {
            return new ReadOutcome.Refused(refusal(image.file(), e));
        }
    }

    /// In memory where it fits, else from bricks. Some find out only on the way that their values take more room.
    private static ReadOutcome readOne(
            ParsedImage image, Following.One following, CancelToken cancel, HeapRoom room)
            throws IOException, UnreadableImage {
        if (BrickedLoading.hasToTake(image, room)) {
            return new BrickedLoading(image, following, cancel).load();
        }
        try {
            return new ImageLoading(image, following, cancel, room).load();
        } catch (UnreadableImage e) {
            if (e.reason() instanceof ReadRefusal.TooLarge && BrickedLoading.canTake(image)) {
                return new BrickedLoading(image, following, cancel).load();
            }
            throw e;
        }
    }

    private static ReadRefusal tooSlow(Path file, TimeLimitExceededException e) {
        return new ReadRefusal.TooSlow(FileNames.of(file), e.limit());
    }

    private static ReadRefusal refusal(Path file, IOException e) {
        return e instanceof NoSuchFileException
                ? new ReadRefusal.Missing(FileNames.of(file))
                : new ReadRefusal.Unreadable(FileNames.of(file), causeOf(e));
    }

    /// Writes a volume in the format that the file's name asks for, whole or not at all; `listener` counts bytes. Packs
    /// on `compute`, with the same bytes however many threads that has; called from outside of it.
    ///
    /// Throws [java.util.concurrent.CancellationException] when cancelled.
    public static WriteOutcome write(
            Volume volume,
            Path file,
            WriteOptions options,
            Executor compute,
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
                    new FormatWriter(volume, frame.get(), options, compute, listener, cancel)
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
