// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import net.imglib2.img.planar.PlanarImgs;
import org.overread.segmentation.tool.Region;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.WriteOptions;
import org.overread.viewer.formats.nrrd.LabelMap;
import org.overread.viewer.formats.nrrd.NrrdWriter;
import org.overread.viewer.formats.outcome.WriteOutcome;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Writes regions as a label map on the volume's grid; where regions overlap, the one named last is shown.
public final class MaskWriter {
    public static final List<String> ENDINGS = List.of(".nii", ".nii.gz", ".nrrd");

    private MaskWriter() {}

    /// Whether the name asks for a format that masks are written in; `.seg.nrrd` is one.
    public static boolean canWrite(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(e -> name.endsWith(e) && name.length() > e.length());
    }

    /// Blocks; the file is there whole or not at all.
    public static void write(List<Region> regions, VolumeGeometry grid, Path file)
            throws IOException {
        switch (grid.slices()) {
            case SliceStack.Even _ -> {}
            case SliceStack.Table _ ->
                    throw new MaskFileException(
                            "%s was not written: the distances of the slices differ, and the format cannot say that."
                                    .formatted(file.getFileName()));
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".nrrd")) {
            var labels =
                    regions.stream()
                            .map(r -> new LabelMap.Label(r.label(), "Region " + r.label()))
                            .toList();
            var map = new LabelMap(grid, labels, k -> slice(regions, grid.size(), k));
            NrrdWriter.write(map, NrrdWriter.Encoding.GZIP, file);
        } else {
            writeNifti(regions, grid, file);
        }
    }

    private static void writeNifti(List<Region> regions, VolumeGeometry grid, Path file)
            throws MaskFileException {
        GridSize size = grid.size();
        var image = PlanarImgs.unsignedShorts(size.i(), size.j(), size.k());
        for (int k = 0; k < size.k(); k++) {
            short[] plane = image.getPlane(k).getCurrentStorageArray();
            byte[] values = slice(regions, size, k);
            for (int n = 0; n < values.length; n++) {
                plane[n] = (short) (values[n] & 0xFF);
            }
        }
        var volume =
                new Volume("mask", "mask", grid, ValueUnit.ARBITRARY, new Voxels.UInt16(image));
        switch (ImageFiles.write(
                volume,
                file,
                WriteOptions.USUAL,
                ForkJoinPool.commonPool(),
                Progress.Listener.NONE,
                new CancelToken())) {
            case WriteOutcome.Written _ -> {}
            case WriteOutcome.Refused(var reason) -> throw new MaskFileException(reason.describe());
        }
    }

    private static byte[] slice(List<Region> regions, GridSize size, int k) {
        var values = new byte[size.i() * size.j()];
        for (Region region : regions) {
            for (int n = 0; n < values.length; n++) {
                if (region.mask().contains(n % size.i(), n / size.i(), k)) {
                    values[n] = (byte) region.label();
                }
            }
        }
        return values;
    }
}
