// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.surface.Mesh;
import org.overread.segmentation.mask.surface.SurfaceVoxels;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.VolumeGeometry;

/// Reads surfaces of triangles, or of polygons, in millimetres: STL, OBJ and PLY, as text or not. Blocks.
public final class SurfaceReader {
    private static final long LARGEST_FILE = 1L << 30; // bytes
    private static final int HEADER = 4096; // characters in which a file may name its space

    private SurfaceReader() {}

    /// Whether a file's name says that it is a surface.
    public static boolean isSurface(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".stl") || name.endsWith(".obj") || name.endsWith(".ply");
    }

    /// Points in the patient. `assumed` is where the axes point to if the file does not say it.
    public static Mesh read(Path file, SurfaceSpace assumed) throws MaskFileException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new IllegalArgumentException(
                        "it has %d bytes; a surface may have %d."
                                .formatted(Files.size(file), LARGEST_FILE));
            }
            byte[] bytes = Files.readAllBytes(file);
            MeshPoints points =
                    name.endsWith(".stl")
                            ? StlSurface.read(bytes)
                            : name.endsWith(".obj")
                                    ? ObjSurface.read(bytes)
                                    : PlySurface.read(bytes);
            String header =
                    new String(
                            bytes, 0, Math.min(bytes.length, HEADER), StandardCharsets.ISO_8859_1);
            Optional<SurfaceSpace> said = SurfaceSpace.in(header);
            return points.mesh(said.orElse(assumed));
        } catch (NoSuchElementException e) { // a header's line ends too early
            throw unreadable(file, "its header ends within a line.", e);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static MaskFileException unreadable(Path file, String why, Exception cause) {
        return new MaskFileException(
                "%s is no surface that can be read: %s".formatted(file.getFileName(), why), cause);
    }

    /// The voxels of a grid within a file's surface.
    public static Mask voxels(Path file, SurfaceSpace assumed, VolumeGeometry grid, Crew crew)
            throws MaskFileException {
        return switch (SurfaceVoxels.of(read(file, assumed), grid, crew)) {
            case SurfaceVoxels.Outcome.Filled(Mask mask) -> mask;
            case SurfaceVoxels.Outcome.Open(long rows) ->
                    throw new MaskFileException(
                            "The surface of %s is not closed: %d rows of voxels enter it and do not leave."
                                    .formatted(file.getFileName(), rows));
        };
    }
}
