// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;

/// Writes label maps as NRRD (version 5, LPS) with the key/value fields by which 3D Slicer names segments.
///
/// NRRD knows one step from slice to slice: uneven stacks are refused, not resampled. Blocks on the disk.
public final class NrrdWriter {
    private NrrdWriter() {}

    /// How the values are stored.
    public enum Encoding {
        RAW("raw"),
        GZIP("gzip");

        private final String word;

        Encoding(String word) {
            this.word = word;
        }
    }

    public static void write(LabelMap map, Encoding encoding, Path file) throws IOException {
        String header = header(map, encoding);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(header.getBytes(StandardCharsets.UTF_8));
            switch (encoding) {
                case RAW -> writeSlices(map, out);
                case GZIP -> {
                    try (var packed = new GZIPOutputStream(out, 1 << 16)) {
                        writeSlices(map, packed);
                    }
                }
            }
        }
    }

    private static void writeSlices(LabelMap map, OutputStream out) throws IOException {
        GridSize size = map.geometry().size();
        for (int k = 0; k < size.k(); k++) {
            byte[] slice = map.slices().slice(k);
            if (slice.length != size.i() * size.j()) {
                throw new IllegalArgumentException(
                        "slice %d has %d values for %s".formatted(k, slice.length, size));
            }
            out.write(slice);
        }
    }

    private static String header(LabelMap map, Encoding encoding) {
        GridSize size = map.geometry().size();
        PatientVector kStep =
                switch (map.geometry().slices()) {
                    case SliceStack.Even(_, PatientVector step) -> step;
                    case SliceStack.Table _ ->
                            throw new IllegalArgumentException(
                                    "NRRD cannot say slices of uneven distance");
                };
        PatientPoint origin = map.geometry().origin();
        var text = new StringBuilder("NRRD0005\n# made by Overread\n");
        text.append("type: uint8\ndimension: 3\nspace: left-posterior-superior\n");
        text.append("sizes: %d %d %d\n".formatted(size.i(), size.j(), size.k()));
        text.append("space directions: ")
                .append(vector(map.geometry().iStep()))
                .append(' ')
                .append(vector(map.geometry().jStep()))
                .append(' ')
                .append(vector(kStep))
                .append('\n');
        text.append("kinds: domain domain domain\n");
        text.append("encoding: ").append(encoding.word).append('\n');
        text.append("space origin: ").append(vector(origin.from(PatientPoint.ORIGIN))).append('\n');
        int n = 0;
        for (LabelMap.Label label : map.labels()) {
            String key = "Segment" + n++;
            text.append("%s_ID:=Segment_%d\n".formatted(key, label.value()));
            text.append("%s_Name:=%s\n".formatted(key, escaped(label.name())));
            text.append("%s_LabelValue:=%d\n".formatted(key, label.value()));
            text.append("%s_Layer:=0\n".formatted(key));
            text.append(
                    "%s_Extent:=0 %d 0 %d 0 %d\n"
                            .formatted(key, size.i() - 1, size.j() - 1, size.k() - 1));
        }
        return text.append('\n').toString();
    }

    private static String vector(PatientVector v) {
        return "(" + v.x() + "," + v.y() + "," + v.z() + ")";
    }

    /// Key/value text keeps to one line: the format escapes line feeds and backslashes.
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
