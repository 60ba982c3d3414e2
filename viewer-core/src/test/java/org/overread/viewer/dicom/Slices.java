// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.overread.viewer.dicom.file.TransferSyntaxes;
import org.overread.viewer.dicom.parse.TagNumbers;

/// Little CT slices for tests: 4 columns, 3 rows, 0.5 mm × 0.75 mm, value = 100 × slice number + index.
public final class Slices {
    static final int COLUMNS = 4;
    static final int ROWS = 3;
    static final String AXIAL = "1\\0\\0\\0\\1\\0";

    private Slices() {}

    public static DicomBytes at(int number, double x, double y, double z) {
        return at(TransferSyntaxes.EXPLICIT_LITTLE, number, x, y, z);
    }

    static DicomBytes at(String transferSyntax, int number, double x, double y, double z) {
        short[] values = new short[COLUMNS * ROWS];
        for (int n = 0; n < values.length; n++) {
            values[n] = (short) (100 * number + n);
        }
        return new DicomBytes(transferSyntax)
                .text(TagNumbers.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\AXIAL")
                .text(TagNumbers.SOP_CLASS, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .text(TagNumbers.SOP_INSTANCE, "UI", "1.2.3." + number)
                .text(TagNumbers.MODALITY, "CS", "CT")
                .text(TagNumbers.SERIES_DESCRIPTION, "LO", "Head")
                .text(TagNumbers.STUDY_UID, "UI", "1.2.3")
                .text(TagNumbers.SERIES_UID, "UI", "1.2.3.0")
                .text(TagNumbers.INSTANCE_NUMBER, "IS", "" + number)
                .text(TagNumbers.POSITION, "DS", x + "\\" + y + "\\" + z)
                .text(TagNumbers.ORIENTATION, "DS", AXIAL)
                .text(TagNumbers.FRAME_OF_REFERENCE, "UI", "1.2.4")
                .us(TagNumbers.SAMPLES_PER_PIXEL, 1)
                .text(TagNumbers.PHOTOMETRIC, "CS", "MONOCHROME2")
                .us(TagNumbers.ROWS, ROWS)
                .us(TagNumbers.COLUMNS, COLUMNS)
                .text(TagNumbers.PIXEL_SPACING, "DS", "0.75\\0.5")
                .us(TagNumbers.BITS_ALLOCATED, 16)
                .us(TagNumbers.BITS_STORED, 16)
                .us(TagNumbers.HIGH_BIT, 15)
                .us(TagNumbers.PIXEL_REPRESENTATION, 1)
                .text(TagNumbers.INTERCEPT, "DS", "0")
                .text(TagNumbers.SLOPE, "DS", "1")
                .pixels(values);
    }

    /// Writes each slice into a file of its own.
    public static Path write(Path folder, DicomBytes... slices) throws IOException {
        for (int n = 0; n < slices.length; n++) {
            Files.write(folder.resolve("%04d.dcm".formatted(n)), slices[n].file());
        }
        return folder;
    }
}
