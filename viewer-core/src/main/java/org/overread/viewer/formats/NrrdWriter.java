// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;

/// Makes NRRD headers in LPS, whose numbers come back as they were.
record NrrdWriter(StoredType type, GridSize size, GridFrame lps, ValueUnit unit) {

    /// Up to and with the empty line that ends it; `dataFile` is empty where the samples follow.
    String header(String encoding, String dataFile) {
        StringBuilder text = new StringBuilder("NRRD0004\n");
        text.append("type: ").append(typeName()).append('\n');
        text.append("dimension: 3\n");
        text.append("space: left-posterior-superior\n");
        text.append("sizes: %d %d %d\n".formatted(size.i(), size.j(), size.k()));
        text.append("space directions: ").append(directions()).append('\n');
        text.append("kinds: domain domain domain\n");
        text.append("endian: little\n");
        text.append("encoding: ").append(encoding).append('\n');
        PatientPoint o = lps.origin();
        text.append("space origin: (%s,%s,%s)\n".formatted(o.x(), o.y(), o.z()));
        if (!unit.symbol().isEmpty()) {
            text.append("sample units: ").append(unit.symbol()).append('\n');
        }
        if (!dataFile.isEmpty()) {
            text.append("data file: ").append(dataFile).append('\n');
        }
        return text.append('\n').toString();
    }

    private String typeName() {
        return switch (type) {
            case INT16 -> "short";
            case UINT16 -> "unsigned short";
            case FLOAT32 -> "float";
            case INT8, UINT8, INT32, UINT32, INT64, UINT64, FLOAT64 ->
                    throw new IllegalStateException("voxels are never " + type);
        };
    }

    private String directions() {
        return Stream.of(lps.i(), lps.j(), lps.k())
                .map((PatientVector v) -> "(%s,%s,%s)".formatted(v.x(), v.y(), v.z()))
                .collect(Collectors.joining(" "));
    }
}
