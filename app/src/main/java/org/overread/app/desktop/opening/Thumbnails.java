// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.overread.app.desktop.studies.Thumbnail;
import org.overread.viewer.dicom.DicomVolumeReader;
import org.overread.viewer.dicom.VolumeSource;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.outcome.ImageReadException;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.opening.DicomVolume;
import org.overread.viewer.opening.FileVolume;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.Presets;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Small pictures of volumes, square of `side` pixels: the middle slice, in the window that its file or its values
/// propose.
public record Thumbnails(int side) {
    /// As lists show them.
    public static final Thumbnails OF_ROWS = new Thumbnails(96);

    /// As large as the panel of studies is wide, also where the screen is scaled.
    static final Thumbnails OF_FIRST_IMAGES = new Thumbnails(384);

    private static final long MOST_VOXELS = 1 << 25; // of a file that is read whole for its picture
    private static final Window EVERY_CHANNEL = new Window(127.5, 255);
    private static final Window SOFT_TISSUE = new Window(40, 400);

    /// Reads one slice of a DICOM volume, milliseconds, or the whole of a small file; empty where that would take long.
    public Optional<Thumbnail> of(OpenableVolume volume, CancelToken cancel) throws IOException {
        return switch (volume) {
            case DicomVolume dicom -> Optional.of(of(dicom.modality(), dicom.source()));
            case FileVolume file -> of(file, cancel);
        };
    }

    private Thumbnail of(String modality, VolumeSource source) throws IOException {
        int middle = source.slices().size() / 2;
        if (source.isColour()) {
            return drawn(source.geometry(), DicomVolumeReader.readColours(source, middle));
        }
        float[] values = DicomVolumeReader.readSlice(source, middle);
        return drawn(source.geometry(), values, tone(modality, source, values));
    }

    private Optional<Thumbnail> of(FileVolume file, CancelToken cancel) throws IOException {
        if (file.image().titles().size() > 1 || file.geometry().size().voxels() > MOST_VOXELS) {
            return Optional.empty();
        }
        return switch (ImageFiles.read(file.image().file(), Progress.Listener.NONE, cancel)) {
            case ReadOutcome.Read(List<Volume> volumes, _, _) -> {
                Volume volume = volumes.getFirst();
                int middle = volume.geometry().size().k() / 2;
                yield Optional.of(
                        switch (volume.voxels()) {
                            case Voxels.Grey grey -> drawn(volume, slice(volume, grey, middle));
                            case Voxels.Colours colours ->
                                    drawn(volume.geometry(), colours.slice(middle));
                        });
            }
            case ReadOutcome.Refused(ReadRefusal reason) -> throw new ImageReadException(reason);
        };
    }

    private static float[] slice(Volume volume, Voxels.Grey grey, int k) {
        var size = volume.geometry().size();
        float[] values = new float[size.i() * size.j()];
        var access = grey.image().randomAccess();
        for (int n = 0; n < values.length; n++) {
            access.setPosition(n % size.i(), 0);
            access.setPosition(n / size.i(), 1);
            access.setPosition(k, 2);
            values[n] = access.get().getRealFloat();
        }
        return values;
    }

    private Thumbnail drawn(Volume volume, float[] values) {
        Window window = volume.unit() == ValueUnit.HU ? SOFT_TISSUE : mostOf(values);
        return drawn(volume.geometry(), values, exact(window));
    }

    private Thumbnail drawn(VolumeGeometry geometry, int[] colours) {
        int[] argb = new int[side * side];
        for (int shift = 0; shift < 24; shift += 8) {
            float[] channel = new float[colours.length];
            for (int n = 0; n < colours.length; n++) {
                channel[n] = colours[n] >> shift & 0xFF;
            }
            int[] grey = pixels(geometry, channel, exact(EVERY_CHANNEL));
            for (int n = 0; n < argb.length; n++) {
                argb[n] |= grey[n] & (0xFF000000 | 0xFF << shift);
            }
        }
        return new Thumbnail(side, side, argb);
    }

    private Thumbnail drawn(VolumeGeometry geometry, float[] values, Tone tone) {
        return new Thumbnail(side, side, pixels(geometry, values, tone));
    }

    private int[] pixels(VolumeGeometry geometry, float[] values, Tone tone) {
        int columns = geometry.size().i();
        int rows = geometry.size().j();
        double acrossMm = columns * geometry.spacingI();
        double downMm = rows * geometry.spacingJ();
        double mm = Math.max(acrossMm, downMm) / side;
        int[] argb = new int[side * side];
        for (int y = 0; y < side; y++) {
            double top = edge(y, mm, downMm, rows);
            double bottom = edge(y + 1, mm, downMm, rows);
            for (int x = 0; x < side; x++) {
                double left = edge(x, mm, acrossMm, columns);
                double right = edge(x + 1, mm, acrossMm, columns);
                float mean = mean(values, columns, rows, left, right, top, bottom);
                argb[y * side + x] = 0xFF000000 | Math.max(0, tone.greyLevel(mean)) * 0x010101;
            }
        }
        return argb;
    }

    /// Where the edge of a pixel lies among the columns or rows, counted from the outer edge of the first.
    private double edge(int pixel, double pixelMm, double lengthMm, int count) {
        return ((pixel - side / 2.0) * pixelMm / lengthMm + 0.5) * count;
    }

    /// Of the values whose middle lies in the pixel, or of the one that it lies in; none outside the slice.
    private static float mean(
            float[] values,
            int columns,
            int rows,
            double left,
            double right,
            double top,
            double bottom) {
        int middleColumn = (int) Math.floor((left + right) / 2);
        int middleRow = (int) Math.floor((top + bottom) / 2);
        if (middleColumn < 0 || middleColumn >= columns || middleRow < 0 || middleRow >= rows) {
            return Float.NaN;
        }
        int firstColumn = Math.clamp(Math.round(left), 0, middleColumn);
        int endColumn = Math.clamp(Math.round(right), middleColumn + 1, columns);
        int firstRow = Math.clamp(Math.round(top), 0, middleRow);
        int endRow = Math.clamp(Math.round(bottom), middleRow + 1, rows);
        double sum = 0;
        for (int row = firstRow; row < endRow; row++) {
            for (int column = firstColumn; column < endColumn; column++) {
                sum += values[row * columns + column];
            }
        }
        return (float) (sum / ((double) (endRow - firstRow) * (endColumn - firstColumn)));
    }

    private static Tone exact(Window window) {
        return Tone.grey(window).withCurve(new ToneCurve.LinearExact(window));
    }

    /// As the file wants to be seen when it is opened; else as its numbers are usually seen.
    private static Tone tone(String modality, VolumeSource source, float[] values) {
        Tone tone =
                source.meaning().presets().stream()
                        .findFirst()
                        .or(() -> Presets.of(source.meaning().unit()).stream().findFirst())
                        .map(Preset::curve)
                        .map(curve -> exact(curve.window()).withCurve(curve))
                        .orElseGet(() -> exact(mostOf(values)));
        return tone.withPolarity(UsualPolarity.of(modality, source.meaning().polarity()));
    }

    private static Window mostOf(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted); // NaN last
        double low = sorted[sorted.length / 100];
        double high = sorted[sorted.length - 1 - sorted.length / 100];
        return high > low ? new Window((low + high) / 2, high - low) : new Window(low, 1);
    }
}
