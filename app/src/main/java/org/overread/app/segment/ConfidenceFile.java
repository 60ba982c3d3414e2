// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import net.imglib2.img.planar.PlanarImgs;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.ConfidenceMap;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// Writes how sure a tool is of each voxel, 0 to 1, on the grid of its volume; 0 where the tool did not look. The file is
/// there whole or not at all. Blocks.
public final class ConfidenceFile {
    private ConfidenceFile() {}

    /// What stands in the way of the new file, looked for before the work begins.
    public static void requireWritable(Path file, LabelWriter.Existing existing)
            throws MaskFileException {
        LabelWriter.requireWritable(file, existing);
        if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".seg.nrrd")) {
            throw new MaskFileException(
                    file + " would hold labels; confidence is numbers, as in .nii.gz or .nrrd.");
        }
    }

    public static void write(ConfidenceMap map, VolumeGeometry grid, Path file) throws IOException {
        GridSize size = grid.size();
        var voxels = new Voxels.Float32(PlanarImgs.floats(size.i(), size.j(), size.k()));
        VoxelBox box = map.box();
        for (int k = box.lowK(); k <= box.highK(); k++) {
            float[] slice = voxels.slice(k);
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                for (int i = box.lowI(); i <= box.highI(); i++) {
                    slice[j * size.i() + i] = (float) map.at(i, j, k);
                }
            }
        }
        LabelWriter.write(voxels, grid, file);
    }
}
