// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nrrd;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.overread.viewer.formats.header.GridFrame;
import org.overread.viewer.formats.sample.StoredType;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// The text of an NRRD header (version 5, LPS) whose numbers come back as they were.
///
/// `extras` are whole lines: further fields, keys and values. `dataFile` is empty where the samples follow.
public record NrrdText(
        StoredType type,
        GridSize size,
        GridFrame lps,
        String encoding,
        List<String> extras,
        String dataFile) {

    /// Up to and with the empty line that ends it.
    public String header() {
        StringBuilder text = new StringBuilder("NRRD0005\n# made by Overread\n");
        text.append("type: ").append(typeName()).append('\n');
        boolean colours = type == StoredType.RGB8; // their channels are an axis of their own
        text.append("dimension: ").append(colours ? 4 : 3);
        text.append("\nspace: left-posterior-superior\nsizes: ").append(colours ? "3 " : "");
        text.append("%d %d %d\n".formatted(size.i(), size.j(), size.k()));
        text.append("space directions: ").append(colours ? "none " : "");
        text.append(
                Stream.of(lps.i(), lps.j(), lps.k())
                        .map(NrrdText::vector)
                        .collect(Collectors.joining(" ", "", "\n")));
        text.append("kinds: ").append(colours ? "RGB-color " : "");
        text.append("domain domain domain\n");
        if (type.bytes() > 1 && !colours) {
            text.append("endian: little\n");
        }
        text.append("encoding: ").append(encoding).append('\n');
        PatientVector origin = lps.origin().from(PatientPoint.ORIGIN);
        text.append("space origin: ").append(vector(origin)).append('\n');
        extras.forEach(line -> text.append(line).append('\n'));
        if (!dataFile.isEmpty()) {
            text.append("data file: ").append(dataFile).append('\n');
        }
        return text.append('\n').toString();
    }

    private String typeName() {
        return switch (type) {
            case UINT8, RGB8 -> "uint8";
            case INT16 -> "int16";
            case UINT16 -> "uint16";
            case FLOAT32 -> "float";
            case INT8, INT32, UINT32, INT64, UINT64, FLOAT64 ->
                    throw new IllegalStateException("never written: " + type);
        };
    }

    private static String vector(PatientVector v) {
        return "(" + v.x() + "," + v.y() + "," + v.z() + ")";
    }
}
