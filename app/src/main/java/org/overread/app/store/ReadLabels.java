// SPDX-License-Identifier: Apache-2.0
package org.overread.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Labels from one file whose values are structures, or from a folder with a file a structure, on the grid of a volume.
///
/// @param grid where the files lay
public record ReadLabels(List<Named> labels, Grid grid) {
    private static final int LARGEST = 0xFFFF;
    private static final double TOLERANCE = 0.02; // of a voxel's smallest side: formats round

    /// A structure's voxels.
    public record Named(String name, Mask mask) {}

    /// Where the labels lay.
    public enum Grid {
        THE_VOLUMES,
        ANOTHER
    }

    public ReadLabels {
        labels = List.copyOf(labels);
    }

    /// Blocks.
    public static ReadLabels read(Path from, VolumeGeometry on, OtherGrid otherGrid)
            throws IOException {
        if (!Files.isDirectory(from)) {
            return ofValues(from, on, otherGrid);
        }
        var all = new ArrayList<Named>();
        Grid grid = Grid.THE_VOLUMES;
        try (var files = Files.list(from)) {
            for (Path file : files.filter(ReadLabels::isLabels).sorted().toList()) {
                Volume image = image(file);
                Grid its = check(file, image.geometry(), on, otherGrid);
                grid = its == Grid.ANOTHER ? its : grid;
                Mask mask = Mask.empty(on.size());
                for (Mask part : masks(image, on, its).values()) {
                    mask = mask.union(part);
                }
                all.add(new Named(bareName(file), mask));
            }
        }
        if (all.isEmpty()) {
            throw new LabelFileException(
                    from + " holds no label files (.nii, .nii.gz, .nrrd, .mha, .mhd).");
        }
        return new ReadLabels(all, grid);
    }

    private static ReadLabels ofValues(Path file, VolumeGeometry on, OtherGrid otherGrid)
            throws IOException {
        Volume image = image(file);
        Grid grid = check(file, image.geometry(), on, otherGrid);
        Map<Integer, String> names = SegmentNames.read(file);
        var all = new ArrayList<Named>();
        masks(image, on, grid)
                .forEach(
                        (value, mask) ->
                                all.add(
                                        new Named(
                                                names.getOrDefault(value, "Label " + value),
                                                mask)));
        return new ReadLabels(all, grid);
    }

    private static boolean isLabels(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return List.of(".nii", ".nii.gz", ".nrrd", ".mha", ".mhd").stream()
                .anyMatch(name::endsWith);
    }

    /// `liver.nii.gz` is of `liver`.
    static String bareName(Path file) {
        return file.getFileName()
                .toString()
                .replaceFirst("(?i)(\\.seg)?\\.(nii(\\.gz)?|nrrd|mha|mhd)$", "");
    }

    private static Volume image(Path file) throws LabelFileException {
        return switch (ImageFiles.read(file, Progress.Listener.NONE, new CancelToken())) {
            case ReadOutcome.Refused(var reason) -> throw new LabelFileException(reason.describe());
            case ReadOutcome.Read read -> {
                if (read.volumes().size() != 1) {
                    throw new LabelFileException(
                            "%s holds %d volumes; labels are one."
                                    .formatted(file.getFileName(), read.volumes().size()));
                }
                Volume image = read.volumes().getFirst();
                if (image.voxels() instanceof Voxels.Colours) {
                    throw new LabelFileException(
                            file.getFileName() + " holds colours; labels are numbers.");
                }
                yield image;
            }
        };
    }

    private static Grid check(Path file, VolumeGeometry its, VolumeGeometry on, OtherGrid otherGrid)
            throws LabelFileException {
        if (isSameGrid(its, on)) {
            return Grid.THE_VOLUMES;
        }
        return switch (otherGrid) {
            case RESAMPLE -> Grid.ANOTHER;
            case REFUSE ->
                    throw new LabelFileException(
                            "%s lies on another grid than the volume (%d x %d x %d voxels, the volume %d x %d x %d) and was not taken. --resample takes the label at the centre of each voxel, and the version says so."
                                    .formatted(
                                            file.getFileName(),
                                            its.size().i(),
                                            its.size().j(),
                                            its.size().k(),
                                            on.size().i(),
                                            on.size().j(),
                                            on.size().k()));
        };
    }

    private static boolean isSameGrid(VolumeGeometry its, VolumeGeometry on) {
        if (!its.size().equals(on.size())) {
            return false;
        }
        double allowed =
                TOLERANCE * Math.min(on.spacingI(), Math.min(on.spacingJ(), on.spacingK()));
        GridSize size = on.size();
        for (int corner = 0; corner < 8; corner++) {
            var at =
                    new VoxelPoint(
                            (corner & 1) * (size.i() - 1.0),
                            ((corner >> 1) & 1) * (size.j() - 1.0),
                            (corner >> 2) * (size.k() - 1.0));
            if (!(its.toPatient(at).distanceTo(on.toPatient(at)) <= allowed)) {
                return false;
            }
        }
        return true;
    }

    private static Map<Integer, Mask> masks(Volume image, VolumeGeometry on, Grid grid)
            throws LabelFileException {
        var random = image.voxels().numbers().image().randomAccess();
        GridSize size = on.size();
        GridSize its = image.geometry().size();
        var edits = new TreeMap<Integer, MaskEdit>();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    int x = i;
                    int y = j;
                    int z = k;
                    if (grid == Grid.ANOTHER) {
                        VoxelPoint p =
                                image.geometry().toVoxel(on.toPatient(new VoxelPoint(i, j, k)));
                        x = (int) Math.round(p.i());
                        y = (int) Math.round(p.j());
                        z = (int) Math.round(p.k());
                        if (!its.contains(x, y, z)) {
                            continue;
                        }
                    }
                    double value = random.setPositionAndGet(x, y, z).getRealDouble();
                    if (value != 0) {
                        edits.computeIfAbsent(label(value), _ -> Mask.empty(size).edit())
                                .set(i, j, k);
                    }
                }
            }
        }
        var masks = new TreeMap<Integer, Mask>();
        edits.forEach((value, edit) -> masks.put(value, edit.mask()));
        return masks;
    }

    private static int label(double value) throws LabelFileException {
        if (!(value > 0 && value <= LARGEST) || value != Math.rint(value)) {
            throw new LabelFileException(
                    "A label of value %s; labels are whole numbers from 0 to %d."
                            .formatted(value, LARGEST));
        }
        return (int) value;
    }
}
