// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nifti;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.overread.viewer.formats.outcome.HeaderField;

/// The fields of a NIfTI header by the names of its standard, in the standard's order.
public final class NiftiHeaderFields {
    private enum Kind {
        BYTE(1),
        SHORT(2),
        INT(4),
        LONG(8),
        FLOAT(4),
        DOUBLE(8),
        TEXT(1);

        private final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }
    }

    /// `count` values (characters of a text) from byte `at` on.
    private record Field(String name, Kind kind, int at, int count) {}

    private static final List<Field> FIRST =
            List.of(
                    new Field("sizeof_hdr", Kind.INT, 0, 1),
                    new Field("dim_info", Kind.BYTE, 39, 1),
                    new Field("dim", Kind.SHORT, 40, 8),
                    new Field("intent_p1", Kind.FLOAT, 56, 1),
                    new Field("intent_p2", Kind.FLOAT, 60, 1),
                    new Field("intent_p3", Kind.FLOAT, 64, 1),
                    new Field("intent_code", Kind.SHORT, 68, 1),
                    new Field("datatype", Kind.SHORT, 70, 1),
                    new Field("bitpix", Kind.SHORT, 72, 1),
                    new Field("slice_start", Kind.SHORT, 74, 1),
                    new Field("pixdim", Kind.FLOAT, 76, 8),
                    new Field("vox_offset", Kind.FLOAT, 108, 1),
                    new Field("scl_slope", Kind.FLOAT, 112, 1),
                    new Field("scl_inter", Kind.FLOAT, 116, 1),
                    new Field("slice_end", Kind.SHORT, 120, 1),
                    new Field("slice_code", Kind.BYTE, 122, 1),
                    new Field("xyzt_units", Kind.BYTE, 123, 1),
                    new Field("cal_max", Kind.FLOAT, 124, 1),
                    new Field("cal_min", Kind.FLOAT, 128, 1),
                    new Field("slice_duration", Kind.FLOAT, 132, 1),
                    new Field("toffset", Kind.FLOAT, 136, 1),
                    new Field("descrip", Kind.TEXT, 148, 80),
                    new Field("aux_file", Kind.TEXT, 228, 24),
                    new Field("qform_code", Kind.SHORT, 252, 1),
                    new Field("sform_code", Kind.SHORT, 254, 1),
                    new Field("quatern_b", Kind.FLOAT, 256, 1),
                    new Field("quatern_c", Kind.FLOAT, 260, 1),
                    new Field("quatern_d", Kind.FLOAT, 264, 1),
                    new Field("qoffset_x", Kind.FLOAT, 268, 1),
                    new Field("qoffset_y", Kind.FLOAT, 272, 1),
                    new Field("qoffset_z", Kind.FLOAT, 276, 1),
                    new Field("srow_x", Kind.FLOAT, 280, 4),
                    new Field("srow_y", Kind.FLOAT, 296, 4),
                    new Field("srow_z", Kind.FLOAT, 312, 4),
                    new Field("intent_name", Kind.TEXT, 328, 16),
                    new Field("magic", Kind.TEXT, 344, 4));

    private static final List<Field> SECOND =
            List.of(
                    new Field("sizeof_hdr", Kind.INT, 0, 1),
                    new Field("magic", Kind.TEXT, 4, 4),
                    new Field("datatype", Kind.SHORT, 12, 1),
                    new Field("bitpix", Kind.SHORT, 14, 1),
                    new Field("dim", Kind.LONG, 16, 8),
                    new Field("intent_p1", Kind.DOUBLE, 80, 1),
                    new Field("intent_p2", Kind.DOUBLE, 88, 1),
                    new Field("intent_p3", Kind.DOUBLE, 96, 1),
                    new Field("pixdim", Kind.DOUBLE, 104, 8),
                    new Field("vox_offset", Kind.LONG, 168, 1),
                    new Field("scl_slope", Kind.DOUBLE, 176, 1),
                    new Field("scl_inter", Kind.DOUBLE, 184, 1),
                    new Field("cal_max", Kind.DOUBLE, 192, 1),
                    new Field("cal_min", Kind.DOUBLE, 200, 1),
                    new Field("slice_duration", Kind.DOUBLE, 208, 1),
                    new Field("toffset", Kind.DOUBLE, 216, 1),
                    new Field("slice_start", Kind.LONG, 224, 1),
                    new Field("slice_end", Kind.LONG, 232, 1),
                    new Field("descrip", Kind.TEXT, 240, 80),
                    new Field("aux_file", Kind.TEXT, 320, 24),
                    new Field("qform_code", Kind.INT, 344, 1),
                    new Field("sform_code", Kind.INT, 348, 1),
                    new Field("quatern_b", Kind.DOUBLE, 352, 1),
                    new Field("quatern_c", Kind.DOUBLE, 360, 1),
                    new Field("quatern_d", Kind.DOUBLE, 368, 1),
                    new Field("qoffset_x", Kind.DOUBLE, 376, 1),
                    new Field("qoffset_y", Kind.DOUBLE, 384, 1),
                    new Field("qoffset_z", Kind.DOUBLE, 392, 1),
                    new Field("srow_x", Kind.DOUBLE, 400, 4),
                    new Field("srow_y", Kind.DOUBLE, 432, 4),
                    new Field("srow_z", Kind.DOUBLE, 464, 4),
                    new Field("slice_code", Kind.INT, 496, 1),
                    new Field("xyzt_units", Kind.INT, 500, 1),
                    new Field("intent_code", Kind.INT, 504, 1),
                    new Field("intent_name", Kind.TEXT, 508, 16),
                    new Field("dim_info", Kind.BYTE, 524, 1));

    private NiftiHeaderFields() {}

    public static List<HeaderField> of(NiftiHeader header) {
        ByteBuffer bytes = header.bytes();
        List<HeaderField> fields = new ArrayList<>();
        for (Field field : header.isNifti2() ? SECOND : FIRST) {
            fields.add(new HeaderField(field.name(), value(field, bytes)));
        }
        fields.add(
                new HeaderField("byte order", header.order().toString().toLowerCase(Locale.ROOT)));
        return fields;
    }

    private static String value(Field field, ByteBuffer bytes) {
        if (field.kind() == Kind.TEXT) {
            byte[] characters = new byte[field.count()];
            bytes.get(field.at(), characters);
            String text = new String(characters, StandardCharsets.ISO_8859_1);
            int end = text.indexOf('\0');
            return end < 0 ? text : text.substring(0, end);
        }
        var values = new StringJoiner(" ");
        for (int n = 0; n < field.count(); n++) {
            int at = field.at() + n * field.kind().bytes;
            values.add(
                    switch (field.kind()) {
                        case BYTE -> Integer.toString(bytes.get(at) & 0xff);
                        case SHORT -> Short.toString(bytes.getShort(at));
                        case INT -> Integer.toString(bytes.getInt(at));
                        case LONG -> Long.toString(bytes.getLong(at));
                        case FLOAT -> Float.toString(bytes.getFloat(at));
                        case DOUBLE -> Double.toString(bytes.getDouble(at));
                        case TEXT -> throw new IllegalStateException("texts are no numbers");
                    });
        }
        return values.toString();
    }
}
