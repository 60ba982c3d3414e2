// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.util.Locale;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Headers of CT images, with what all cases have in common.
final class Ct {
    static final int IMAGE_TYPE = 0x0008_0008;
    static final int SOP_CLASS = 0x0008_0016;
    static final int SOP_INSTANCE = 0x0008_0018;
    static final int MODALITY = 0x0008_0060;
    static final int POSITION = 0x0020_0032;
    static final int ORIENTATION = 0x0020_0037;
    static final int FRAMES = 0x0028_0008;
    static final int SPACING = 0x0028_0030;
    static final int INTERCEPT = 0x0028_1052;
    static final int SLOPE = 0x0028_1053;

    private Ct() {}

    static DataSet image(BeadSlice slice, Coding coding) {
        DataSet image = header(slice.number(), coding);
        place(image, slice.origin());
        turn(image, slice);
        measure(image);
        rescale(image, coding);
        return image.shorts(DataSet.PIXELS, "OW", coding.cells(slice.values()));
    }

    /// All but the place, the rescale and the pixels.
    static DataSet header(int number, Coding coding) {
        return new DataSet()
                .text(IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\AXIAL")
                .text(SOP_CLASS, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .text(SOP_INSTANCE, "UI", "2.25.7104." + (number + 1))
                .text(0x0008_0020, "DA", "20260101")
                .text(0x0008_0032, "TM", "1200" + "%02d".formatted(number % 60))
                .text(MODALITY, "CS", "CT")
                .text(0x0008_103e, "LO", "Truth")
                .text(0x0010_0010, "PN", "Truth^Set")
                .text(0x0010_0020, "LO", "TRUTH")
                .text(0x0018_0050, "DS", "2.5")
                .text(0x0020_000d, "UI", "2.25.7101")
                .text(0x0020_000e, "UI", "2.25.7102")
                .text(0x0020_0011, "IS", "1")
                .text(0x0020_0013, "IS", "" + (number + 1))
                .text(0x0020_0052, "UI", "2.25.7103")
                .us(0x0028_0002, 1)
                .text(0x0028_0004, "CS", "MONOCHROME2")
                .us(0x0028_0010, BeadSlice.ROWS)
                .us(0x0028_0011, BeadSlice.COLUMNS)
                .us(0x0028_0100, 16)
                .us(0x0028_0101, coding.bits())
                .us(0x0028_0102, coding.highBit())
                .us(0x0028_0103, coding.signed() ? 1 : 0);
    }

    static void place(DataSet image, PatientPoint origin) {
        image.text(POSITION, "DS", numbers(origin.x(), origin.y(), origin.z()));
    }

    static void turn(DataSet image, BeadSlice slice) {
        PatientVector row = slice.row();
        PatientVector column = slice.column();
        image.text(
                ORIENTATION,
                "DS",
                numbers(row.x(), row.y(), row.z(), column.x(), column.y(), column.z()));
    }

    /// Between rows, then between columns, as the standard has it.
    static void measure(DataSet image) {
        image.text(SPACING, "DS", numbers(BeadSlice.ROW_MM, BeadSlice.COLUMN_MM));
    }

    static void rescale(DataSet image, Coding coding) {
        image.text(INTERCEPT, "DS", numbers(coding.intercept()));
        image.text(SLOPE, "DS", numbers(coding.slope()));
    }

    /// Decimal strings have 16 characters at most.
    static String numbers(double... values) {
        var text = new StringBuilder();
        for (double value : values) {
            String number = String.format(Locale.ROOT, "%.9f", value + 0.0);
            text.append(text.isEmpty() ? "" : "\\")
                    .append(number, 0, Math.min(16, number.length()));
        }
        return text.toString();
    }
}
