// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.metaimage;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.overread.viewer.formats.header.GridFrame;
import org.overread.viewer.formats.sample.StoredType;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Makes MetaImage headers; the matrix may be sheared.
public record MetaImageWriter(StoredType type, GridSize size, GridFrame lps) {

    /// Up to and with the line that ends it; `packedSize` is empty for plain samples.
    public String header(String packedSize, String dataFile) {
        PatientPoint o = lps.origin();
        StringBuilder text = new StringBuilder("ObjectType = Image\nNDims = 3\n");
        text.append("BinaryData = True\nBinaryDataByteOrderMSB = False\n");
        text.append("CompressedData = ").append(packedSize.isEmpty() ? "False" : "True");
        text.append('\n');
        if (!packedSize.isEmpty()) {
            text.append("CompressedDataSize = ").append(packedSize).append('\n');
        }
        text.append("TransformMatrix = ").append(directions()).append('\n');
        text.append("Offset = %s %s %s\n".formatted(o.x(), o.y(), o.z()));
        text.append("CenterOfRotation = 0 0 0\n");
        text.append(
                "ElementSpacing = %s %s %s\n"
                        .formatted(lps.i().length(), lps.j().length(), lps.k().length()));
        text.append("DimSize = %d %d %d\n".formatted(size.i(), size.j(), size.k()));
        if (type == StoredType.RGB8) {
            text.append("ElementNumberOfChannels = 3\n");
        }
        text.append("ElementType = ").append(typeName()).append('\n');
        return text.append("ElementDataFile = ").append(dataFile).append('\n').toString();
    }

    private String typeName() {
        return switch (type) {
            case INT16 -> "MET_SHORT";
            case UINT16 -> "MET_USHORT";
            case FLOAT32 -> "MET_FLOAT";
            case RGB8 -> "MET_UCHAR";
            case INT8, UINT8, INT32, UINT32, INT64, UINT64, FLOAT64 ->
                    throw new IllegalStateException("voxels are never " + type);
        };
    }

    private String directions() {
        return Stream.of(lps.i(), lps.j(), lps.k())
                .map(PatientVector::unit)
                .map((PatientVector v) -> "%s %s %s".formatted(v.x(), v.y(), v.z()))
                .collect(Collectors.joining(" "));
    }
}
