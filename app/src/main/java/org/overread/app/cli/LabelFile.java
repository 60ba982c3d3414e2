// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import net.imglib2.img.planar.PlanarImgs;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.WriteOptions;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.WriteOutcome;
import org.overread.viewer.formats.outcome.WriteRefusal;
import org.overread.viewer.volume.GeometryVerdict;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Labels as commands read them from a file and write them to one.
final class LabelFile {
    private static final int LARGEST_LABEL = 0xFFFF;
    private static final double TILT_DEGREES = 0.1;
    private static final List<String> ENDINGS = List.of(".nii", ".nii.gz", ".nrrd", ".mha");

    private LabelFile() {}

    static Volume read(Path file) throws CommandRefused {
        return switch (ImageFiles.read(file, Progress.Listener.NONE, new CancelToken())) {
            case ReadOutcome.Read(List<Volume> volumes, _, _) -> {
                if (volumes.size() != 1) {
                    throw new CommandRefused(
                            "%s holds %d volumes; labels are one.".formatted(file, volumes.size()));
                }
                if (volumes.getFirst().voxels() instanceof Voxels.Rgb8) {
                    throw new CommandRefused(file + " holds colours; labels are numbers.");
                }
                yield volumes.getFirst();
            }
            case ReadOutcome.Refused(ReadRefusal reason) ->
                    throw new CommandRefused(reason.describe());
        };
    }

    /// The labels that there are, ascending; 0 is none.
    static List<Integer> values(Volume labels) throws CommandRefused {
        var values = new TreeSet<Integer>();
        var cursor = labels.voxels().numbers().image().cursor();
        double before = 0;
        while (cursor.hasNext()) {
            double value = cursor.next().getRealDouble();
            if (value != before) {
                before = value;
                if (!(value >= 0 && value <= LARGEST_LABEL) || value != Math.rint(value)) {
                    throw new CommandRefused(
                            "A label of value %s; labels are whole numbers from 0 to %d."
                                    .formatted(value, LARGEST_LABEL));
                }
                if (value > 0) {
                    values.add((int) value);
                }
            }
        }
        return List.copyOf(values);
    }

    /// The voxels of one value.
    static Mask mask(Volume labels, double value, Crew crew) {
        return MaskRows.between(labels.voxels().numbers(), value, value, crew);
    }

    /// The voxels that are not 0.
    static Mask mask(Volume labels, Crew crew) {
        return MaskRows.between(
                        labels.voxels().numbers(),
                        Double.NEGATIVE_INFINITY,
                        -Double.MIN_VALUE,
                        crew)
                .union(
                        MaskRows.between(
                                labels.voxels().numbers(),
                                Double.MIN_VALUE,
                                Double.POSITIVE_INFINITY,
                                crew));
    }

    /// Millimetres mean what they say only where slices stand straight and evenly on one another.
    static Spacing spacing(Volume labels) throws CommandRefused {
        if (labels.geometry().slices() instanceof SliceStack.Table) {
            throw new CommandRefused(
                    "The distances of the slices differ; millimetres are measured on even slices only.");
        }
        double tilt = GeometryVerdict.tiltDegrees(labels.geometry());
        if (tilt > TILT_DEGREES) {
            throw new CommandRefused(
                    "The slices are tilted by %.1f degrees; millimetres are measured on straight ones only."
                            .formatted(tilt));
        }
        try {
            return Spacing.of(labels.geometry());
        } catch (IllegalArgumentException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }

    static void requireWritable(Path out, boolean force) throws CommandRefused {
        Path last = out.getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        if (ENDINGS.stream().noneMatch(e -> name.endsWith(e) && name.length() > e.length())) {
            throw new CommandRefused(
                    "%s has no ending that names a format; %s do."
                            .formatted(out, String.join(", ", ENDINGS)));
        }
        if (Files.exists(out) && !force) {
            throw new CommandRefused(out + " exists and was not changed; --force replaces it.");
        }
        Places.requireFolderFor(out);
    }

    /// Writes a mask on the grid of the labels that it was made from: 1 where it is, 0 elsewhere.
    static void write(Mask mask, Volume like, Path out) throws CommandRefused {
        var voxels = unsigned(mask.size());
        for (int k = 0; k < mask.size().k(); k++) {
            paint(mask, k, voxels.slice(k), (short) 1);
        }
        write(voxels, like, out);
    }

    static Voxels.UInt16 unsigned(GridSize size) {
        return new Voxels.UInt16(PlanarImgs.unsignedShorts(size.i(), size.j(), size.k()));
    }

    /// Puts a value where the mask is.
    static void paint(Mask mask, int k, short[] slice, short value) {
        GridSize size = mask.size();
        for (int j = 0; j < size.j(); j++) {
            for (int p = 0; p <= (size.i() - 1) / Block.SIDE; p++) {
                int at = j * size.i() + p * Block.SIDE;
                for (int bits = mask.rowBits(p, j, k); bits != 0; bits &= bits - 1) {
                    slice[at + Integer.numberOfTrailingZeros(bits)] = value;
                }
            }
        }
    }

    static void write(Voxels voxels, Volume like, Path out) throws CommandRefused {
        var volume =
                new Volume(
                        like.id(),
                        like.title(),
                        like.geometry(),
                        like.verdict(),
                        ValueUnit.ARBITRARY,
                        voxels);
        switch (ImageFiles.write(
                volume,
                out,
                WriteOptions.USUAL,
                ForkJoinPool.commonPool(),
                Progress.Listener.NONE,
                new CancelToken())) {
            case WriteOutcome.Written _ -> {}
            case WriteOutcome.Refused(WriteRefusal reason) ->
                    throw new CommandRefused(reason.describe());
        }
    }
}
