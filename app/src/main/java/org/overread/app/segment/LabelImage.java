// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import net.imglib2.img.planar.PlanarImgs;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.outcome.ImageFile;
import org.overread.viewer.formats.outcome.LookOutcome;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.volume.GeometryVerdict;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Labels as a file holds them: a whole number for every voxel, 0 for none. Takes the memory of the file's voxels.
public final class LabelImage {
    private static final int LARGEST_LABEL = 0xFFFF;
    private static final double TILT_DEGREES = 0.1;

    private final Path file;
    private final Volume volume;

    private LabelImage(Path file, Volume volume) {
        this.file = file;
        this.volume = volume;
    }

    /// Reads a NIfTI, NRRD or MetaImage file that holds one volume of numbers. Blocks.
    public static LabelImage read(Path file) throws MaskFileException {
        return switch (ImageFiles.read(file, Progress.Listener.NONE, new CancelToken())) {
            case ReadOutcome.Refused(var reason) -> throw new MaskFileException(reason.describe());
            case ReadOutcome.Read read -> {
                requireOne(file, read.volumes().size());
                if (read.volumes().getFirst().voxels() instanceof Voxels.Colours) {
                    throw new MaskFileException(
                            file.getFileName() + " holds colours; labels are numbers.");
                }
                yield new LabelImage(file, read.volumes().getFirst());
            }
        };
    }

    /// The same for labels that must lie on the grid of `on`: same size, corners in the same place. The header is looked
    /// at before any voxel is read.
    public static LabelImage read(Path file, VolumeGeometry on) throws MaskFileException {
        switch (ImageFiles.look(file)) {
            case LookOutcome.Refused(var reason) -> throw new MaskFileException(reason.describe());
            case LookOutcome.Image(ImageFile image) -> {
                requireOne(file, image.titles().size());
                Grids.requireSame(file, image.geometry(), on);
            }
        }
        return read(file);
    }

    /// A mask as if a file held it: 1 where it is.
    public static LabelImage of(Mask mask, VolumeGeometry grid, Path file) {
        GridSize size = mask.size();
        var voxels = new Voxels.UInt16(PlanarImgs.unsignedShorts(size.i(), size.j(), size.k()));
        for (int k = 0; k < size.k(); k++) {
            LabelWriter.paint(new Region(1, mask), k, voxels.slice(k));
        }
        return new LabelImage(
                file, new Volume("labels", "labels", grid, ValueUnit.ARBITRARY, voxels));
    }

    private static void requireOne(Path file, int volumes) throws MaskFileException {
        if (volumes != 1) {
            throw new MaskFileException(
                    "%s holds %d volumes; labels are one.".formatted(file.getFileName(), volumes));
        }
    }

    public GridSize size() {
        return volume.geometry().size();
    }

    /// Where the labels lie, and under which names.
    public Volume volume() {
        return volume;
    }

    /// The labels that there are, ascending; 0 is none.
    public List<Integer> values() throws MaskFileException {
        var values = new TreeSet<Integer>();
        var cursor = volume.voxels().numbers().image().cursor();
        double before = 0;
        while (cursor.hasNext()) {
            double value = cursor.next().getRealDouble();
            if (value != before) {
                before = value;
                if (!(value >= 0 && value <= LARGEST_LABEL) || value != Math.rint(value)) {
                    throw new MaskFileException(
                            "%s has a label of value %s; labels are whole numbers from 0 to %d."
                                    .formatted(file.getFileName(), value, LARGEST_LABEL));
                }
                if (value > 0) {
                    values.add((int) value);
                }
            }
        }
        return List.copyOf(values);
    }

    /// The voxels of one value.
    public Mask mask(int value, Crew crew) {
        return MaskRows.between(volume.voxels().numbers(), value, value, crew);
    }

    /// The voxels that are not 0; no value that is not a number counts.
    public Mask mask(Crew crew) {
        var numbers = volume.voxels().numbers();
        return MaskRows.between(numbers, Double.NEGATIVE_INFINITY, -Double.MIN_VALUE, crew)
                .union(MaskRows.between(numbers, Double.MIN_VALUE, Double.POSITIVE_INFINITY, crew));
    }

    /// Millimetres mean what they say only where slices stand straight and evenly on one another.
    public Spacing spacing() throws MaskFileException {
        if (volume.geometry().slices() instanceof SliceStack.Table) {
            throw new MaskFileException(
                    "The distances of the slices differ; millimetres are measured on even slices only.");
        }
        double tilt = GeometryVerdict.tiltDegrees(volume.geometry());
        if (tilt > TILT_DEGREES) {
            throw new MaskFileException(
                    "The slices are tilted by %.1f degrees; millimetres are measured on straight ones only."
                            .formatted(tilt));
        }
        try {
            return Spacing.of(volume.geometry());
        } catch (IllegalArgumentException e) {
            throw new MaskFileException(String.valueOf(e.getMessage()), e);
        }
    }
}
