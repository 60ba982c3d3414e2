// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.nio.file.Path;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.tool.bits.VoxelValues;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Reads a mask from an image file: every voxel that is not 0 is in it.
public final class MaskReader {
    /// Of a voxel's smallest side: file formats round.
    private static final double TOLERANCE = 0.02;

    private MaskReader() {}

    /// The mask, which must lie on the grid of `on`: same size, corners in the same place. Blocks.
    public static Mask read(Path file, VolumeGeometry on) throws MaskFileException {
        return switch (ImageFiles.read(file, Progress.Listener.NONE, new CancelToken())) {
            case ReadOutcome.Refused(var reason) -> throw new MaskFileException(reason.describe());
            case ReadOutcome.Read read -> {
                if (read.volumes().size() != 1) {
                    throw new MaskFileException(
                            "%s holds %d volumes; a mask is one."
                                    .formatted(file.getFileName(), read.volumes().size()));
                }
                Volume image = read.volumes().getFirst();
                if (!(image.voxels() instanceof Voxels.InMemory)) {
                    throw new MaskFileException(
                            file.getFileName() + " holds colours; a mask is numbers.");
                }
                requireSameGrid(file, image.geometry(), on);
                yield mask(image);
            }
        };
    }

    private static void requireSameGrid(Path file, VolumeGeometry its, VolumeGeometry on)
            throws MaskFileException {
        GridSize found = its.size();
        GridSize expected = on.size();
        if (!found.equals(expected)) {
            throw new MaskFileException(
                    "%s is %d × %d × %d voxels and the volume is %d × %d × %d: they are not on one grid."
                            .formatted(
                                    file.getFileName(),
                                    found.i(),
                                    found.j(),
                                    found.k(),
                                    expected.i(),
                                    expected.j(),
                                    expected.k()));
        }
        double allowed =
                TOLERANCE * Math.min(on.spacingI(), Math.min(on.spacingJ(), on.spacingK()));
        for (int corner = 0; corner < 8; corner++) {
            var at =
                    new VoxelPoint(
                            (corner & 1) * (found.i() - 1.0),
                            ((corner >> 1) & 1) * (found.j() - 1.0),
                            (corner >> 2) * (found.k() - 1.0));
            double off = its.toPatient(at).distanceTo(on.toPatient(at));
            if (!(off <= allowed)) { // negated: NaN is refused too
                throw new MaskFileException(
                        "%s lies elsewhere in the patient than the volume, by %.2f mm at a corner; allowed is %.2f mm."
                                .formatted(file.getFileName(), off, allowed));
            }
        }
    }

    private static Mask mask(Volume image) {
        GridSize size = image.geometry().size();
        MaskEdit edit = Mask.empty(size).edit();
        var values = new VoxelValues(image.voxels().inMemory());
        var slice = new float[size.i() * size.j()];
        for (int k = 0; k < size.k(); k++) {
            values.copySlice(k, slice);
            for (int n = 0; n < slice.length; n++) {
                if (slice[n] != 0) {
                    edit.set(n % size.i(), n / size.i(), k);
                }
            }
        }
        return edit.mask();
    }
}
