// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import net.imglib2.img.planar.PlanarImgs;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Structure;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.Region;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.WriteOptions;
import org.overread.viewer.formats.nrrd.LabelMap;
import org.overread.viewer.formats.nrrd.NrrdWriter;
import org.overread.viewer.formats.outcome.WriteOutcome;
import org.overread.viewer.formats.outcome.WriteRefusal;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Writes labels on a grid; the file is there whole or not at all. Names that end in `.seg.nrrd` become the segmentations
/// that Slicer reads, with the labels' names; where labels overlap, the one named last is shown. Blocks.
public final class LabelWriter {
    private static final List<String> ENDINGS = List.of(".nii", ".nii.gz", ".nrrd", ".mha");
    private static final int MOST_NAMED = 255;

    private LabelWriter() {}

    /// What stands in the way of the new file, looked for before the work begins.
    public static void requireWritable(Path file, Existing existing) throws MaskFileException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (ENDINGS.stream().noneMatch(e -> name.endsWith(e) && name.length() > e.length())) {
            throw new MaskFileException(
                    "%s has no ending that names a format; %s do."
                            .formatted(file, String.join(", ", ENDINGS)));
        }
        existing.requireRoomFor(file);
    }

    /// What becomes of a file that has the name already.
    public enum Existing {
        KEPT,
        REPLACED;

        /// Refuses a new file whose name is taken, or that has no folder to lie in.
        public void requireRoomFor(Path file) throws MaskFileException {
            if (Files.isDirectory(file)) {
                throw new MaskFileException(file + " is a folder; name a file.");
            }
            if (Files.exists(file) && this == KEPT) {
                throw new MaskFileException(
                        file + " exists and was not changed; --force replaces it.");
            }
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw new MaskFileException("There is no folder " + folder + " to write into.");
            }
        }
    }

    /// A mask: 1 where it is, 0 elsewhere.
    public static void write(Mask mask, VolumeGeometry grid, Path file) throws IOException {
        write(List.of(new Region(1, mask)), grid, file);
    }

    public static void write(List<Region> regions, VolumeGeometry grid, Path file)
            throws IOException {
        write(regions, label -> "Region " + label, grid, file);
    }

    /// The same with what the labels are: name, colour and code, for the format that keeps them.
    public static void write(
            List<Region> regions,
            Map<Integer, Structure> structures,
            VolumeGeometry grid,
            Path file)
            throws IOException {
        writeLabels(regions, label -> label(label, structures), grid, file);
    }

    /// The same with the labels' names, for the format that keeps them.
    public static void write(
            List<Region> regions, IntFunction<String> names, VolumeGeometry grid, Path file)
            throws IOException {
        writeLabels(regions, label -> new LabelMap.Label(label, names.apply(label)), grid, file);
    }

    private static LabelMap.Label label(int value, Map<Integer, Structure> structures) {
        Structure structure = structures.get(value);
        return structure == null
                ? new LabelMap.Label(value, "Region " + value)
                : new LabelMap.Label(
                        value,
                        structure.name(),
                        Optional.of(new LabelMap.Look(rgb(structure.color()))),
                        structure
                                .code()
                                .map(c -> new LabelMap.Term(c.scheme(), c.value(), c.meaning())));
    }

    private static int rgb(LabelColor color) {
        return (color.red() << 16) | (color.green() << 8) | color.blue();
    }

    private static void writeLabels(
            List<Region> regions,
            IntFunction<LabelMap.Label> labels,
            VolumeGeometry grid,
            Path file)
            throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".seg.nrrd")) {
            requireEven(grid, file);
            NrrdWriter.write(named(regions, labels, grid), NrrdWriter.Encoding.GZIP, file);
            return;
        }
        GridSize size = grid.size();
        var voxels = new Voxels.UInt16(PlanarImgs.unsignedShorts(size.i(), size.j(), size.k()));
        for (int k = 0; k < size.k(); k++) {
            for (Region region : regions) {
                paint(region, k, voxels.slice(k));
            }
        }
        write(voxels, grid, file);
    }

    private static LabelMap named(
            List<Region> regions, IntFunction<LabelMap.Label> looks, VolumeGeometry grid)
            throws MaskFileException {
        for (Region region : regions) {
            if (region.label() > MOST_NAMED) {
                throw new MaskFileException(
                        "Label %d does not fit into a .seg.nrrd file, whose labels go to %d; .nrrd holds it."
                                .formatted(region.label(), MOST_NAMED));
            }
        }
        List<LabelMap.Label> labels =
                regions.stream().map(Region::label).distinct().map(looks::apply).toList();
        return new LabelMap(
                grid,
                labels,
                k -> {
                    var values = new short[grid.size().i() * grid.size().j()];
                    regions.forEach(region -> paint(region, k, values));
                    var bytes = new byte[values.length];
                    for (int n = 0; n < bytes.length; n++) {
                        bytes[n] = (byte) values[n];
                    }
                    return bytes;
                });
    }

    /// Gives the voxels of a region in slice `k` its label.
    static void paint(Region region, int k, short[] slice) {
        GridSize size = region.mask().size();
        for (int j = 0; j < size.j(); j++) {
            for (int p = 0; p <= (size.i() - 1) / Block.SIDE; p++) {
                int at = j * size.i() + p * Block.SIDE;
                for (int bits = region.mask().rowBits(p, j, k); bits != 0; bits &= bits - 1) {
                    slice[at + Integer.numberOfTrailingZeros(bits)] = (short) region.label();
                }
            }
        }
    }

    /// Numbers of any kind, such as distances.
    public static void write(Voxels voxels, VolumeGeometry grid, Path file)
            throws MaskFileException {
        requireEven(grid, file);
        var volume = new Volume("labels", "labels", grid, ValueUnit.ARBITRARY, voxels);
        switch (ImageFiles.write(
                volume,
                file,
                WriteOptions.USUAL,
                ForkJoinPool.commonPool(),
                Progress.Listener.NONE,
                new CancelToken())) {
            case WriteOutcome.Written _ -> {}
            case WriteOutcome.Refused(WriteRefusal reason) ->
                    throw new MaskFileException(reason.describe());
        }
    }

    private static void requireEven(VolumeGeometry grid, Path file) throws MaskFileException {
        switch (grid.slices()) {
            case SliceStack.Even _ -> {}
            case SliceStack.Table _ ->
                    throw new MaskFileException(
                            "%s was not written: the distances of the slices differ, and the format cannot say that."
                                    .formatted(file.getFileName()));
        }
    }
}
