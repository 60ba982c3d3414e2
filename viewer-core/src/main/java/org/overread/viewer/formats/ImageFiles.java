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
import org.overread.viewer.formats.WriteOptions.NiftiVersion;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.sample.HeapRoom;
import org.overread.viewer.formats.sample.ImageLayout;
import org.overread.viewer.formats.sample.PlaneStore;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Reads and writes NIfTI, NRRD and MetaImage files.
///
/// What a file is, its first bytes tell, not its name. The grid is kept as it was acquired, in LPS millimetres; integers
/// are kept exact. Reading takes the memory of the voxels and a megabyte; both block, on the caller's thread.
public final class ImageFiles {
    private static final long BYTES_BESIDE_A_SLICE = 96; // array headers, references, wrappers

    private ImageFiles() {}

    /// Reads the volumes of a file; `listener` counts bytes of samples.
    ///
    /// Throws [java.util.concurrent.CancellationException] when cancelled.
    public static ReadOutcome read(Path file, Progress.Listener listener, CancelToken cancel) {
        return read(file, listener, cancel, HeapRoom.RUNTIME);
    }

    static ReadOutcome read(
            Path file, Progress.Listener listener, CancelToken cancel, HeapRoom room) {
        try {
            return load(FormatReader.parse(file), listener, cancel, room);
        } catch (UnreadableImage e) {
            return new ReadOutcome.Refused(e.reason());
        } catch (NoSuchFileException _) {
            return new ReadOutcome.Refused(new ReadRefusal.Missing(FileNames.of(file)));
        } catch (IOException e) {
            return new ReadOutcome.Refused(
                    new ReadRefusal.Unreadable(FileNames.of(file), causeOf(e)));
        }
    }

    private static ReadOutcome load(
            ParsedImage image, Progress.Listener listener, CancelToken cancel, HeapRoom room)
            throws IOException, UnreadableImage {
        String name = FileNames.of(image.file());
        ImageLayout layout = image.layout();
        for (DataPart part : image.parts()) {
            part.check(image.file());
        }
        long slices = (long) layout.volumes() * layout.size().k();
        long needed =
                layout.samples() * layout.type().smallestVoxelBytes()
                        + slices * BYTES_BESIDE_A_SLICE;
        long free = room.forBytes(needed);
        if (free < needed) {
            throw new UnreadableImage(new ReadRefusal.TooLarge(name, needed, free));
        }
        PlaneStore planes =
                new PlaneStore(
                        layout.size(),
                        layout.volumes(),
                        SampleDecoder.firstKind(layout.type(), layout.scaling()));
        SampleDecoder decoder = SampleDecoder.of(name, layout, planes, room);
        VoxelLoader loader = new VoxelLoader(layout);
        List<ReadWarning> warnings = new ArrayList<>(image.warnings());
        try (SampleStream samples = new SampleStream(image.parts())) {
            loader.load(samples, decoder, listener, cancel);
            if (samples.finish()) {
                warnings.add(new ReadWarning.MoreData());
            }
        }
        decoder.loss().ifPresent(warnings::add);
        List<Voxels> voxels = VoxelLoader.voxels(planes, layout.volumes());
        return new ReadOutcome.Read(
                volumes(image, voxels, loader.checksum()), warnings, image.facts());
    }

    private static List<Volume> volumes(ParsedImage image, List<Voxels> voxels, long checksum) {
        ImageLayout layout = image.layout();
        String title = FileNames.title(image.file());
        List<Volume> volumes = new ArrayList<>(voxels.size());
        for (int v = 0; v < voxels.size(); v++) {
            String which = layout.describeVolume(v);
            volumes.add(
                    new Volume(
                            layout.identity(checksum, v),
                            which.isEmpty() ? title : title + ", " + which,
                            layout.geometry(),
                            layout.unit(),
                            voxels.get(v)));
        }
        return volumes;
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
