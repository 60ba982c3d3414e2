// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.overread.segmentation.mask.surface.Surface;
import org.overread.viewer.volume.VolumeGeometry;

/// Writes a surface as triangles in patient millimetres (LPS, as the file says of itself), outer sides counter-clockwise.
/// The file is there whole or not at all. Blocks.
public final class SurfaceFile {
    private static final List<String> ENDINGS = List.of(".stl", ".obj", ".ply");
    private static final int STL_HEADER = 80; // bytes

    private SurfaceFile() {}

    /// What stands in the way of the new file, looked for before the work begins.
    public static void requireWritable(Path file, LabelWriter.Existing existing)
            throws MaskFileException {
        if (!ENDINGS.contains(ending(file))) {
            throw new MaskFileException(
                    "%s has no ending that names a format of surfaces; %s do."
                            .formatted(file, String.join(", ", ENDINGS)));
        }
        existing.requireRoomFor(file);
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(dot) : "";
    }

    public static void write(Surface surface, VolumeGeometry geometry, Path file)
            throws IOException {
        var mesh = PatientMesh.of(surface, geometry);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                switch (ending(file)) {
                    case ".stl" -> stl(mesh, out);
                    case ".obj" -> obj(mesh, out);
                    default -> ply(mesh, out);
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void stl(PatientMesh mesh, OutputStream out) throws IOException {
        var header = new byte[STL_HEADER];
        byte[] space = "binary STL SPACE=LPS".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(space, 0, header, 0, space.length);
        out.write(header);
        var data = new DataOutputStream(out);
        data.writeInt(Integer.reverseBytes(mesh.triangles()));
        for (int n = 0; n < mesh.triangles(); n++) {
            for (float number : mesh.normal(n)) {
                data.writeInt(Integer.reverseBytes(Float.floatToRawIntBits(number)));
            }
            for (int c = 0; c < 3; c++) {
                point(mesh, mesh.corner(n, c), data);
            }
            data.writeShort(0);
        }
        data.flush();
    }

    private static void point(PatientMesh mesh, int point, DataOutputStream data)
            throws IOException {
        for (int axis = 0; axis < 3; axis++) {
            float mm = mesh.coordinate(point, axis);
            data.writeInt(Integer.reverseBytes(Float.floatToRawIntBits(mm)));
        }
    }

    private static void obj(PatientMesh mesh, OutputStream out) throws IOException {
        var text = new StringBuilder("# SPACE=LPS, millimetres\n");
        for (int n = 0; n < mesh.points(); n++) {
            text.append("v ")
                    .append(mesh.coordinate(n, 0))
                    .append(' ')
                    .append(mesh.coordinate(n, 1))
                    .append(' ')
                    .append(mesh.coordinate(n, 2))
                    .append('\n');
            flush(text, out);
        }
        for (int n = 0; n < mesh.triangles(); n++) {
            text.append("f ") // counted from 1
                    .append(mesh.corner(n, 0) + 1)
                    .append(' ')
                    .append(mesh.corner(n, 1) + 1)
                    .append(' ')
                    .append(mesh.corner(n, 2) + 1)
                    .append('\n');
            flush(text, out);
        }
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static void flush(StringBuilder text, OutputStream out) throws IOException {
        if (text.length() > 1 << 16) {
            out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
            text.setLength(0);
        }
    }

    private static void ply(PatientMesh mesh, OutputStream out) throws IOException {
        String header =
                """
                ply
                format binary_little_endian 1.0
                comment SPACE=LPS, millimetres
                element vertex %d
                property float x
                property float y
                property float z
                element face %d
                property list uchar int vertex_indices
                end_header
                """
                        .formatted(mesh.points(), mesh.triangles());
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        var data = new DataOutputStream(out);
        for (int n = 0; n < mesh.points(); n++) {
            point(mesh, n, data);
        }
        for (int n = 0; n < mesh.triangles(); n++) {
            data.writeByte(3);
            for (int c = 0; c < 3; c++) {
                data.writeInt(Integer.reverseBytes(mesh.corner(n, c)));
            }
        }
        data.flush();
    }
}
