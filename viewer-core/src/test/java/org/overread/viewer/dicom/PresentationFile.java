// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.overread.viewer.dicom.parse.TagNumbers;

/// A valid greyscale softcopy presentation state: a window of 350 around 60, an area, and on one image a triangle, a
/// filled circle, an ellipse, two points, words with a line to what they are about, and words on the screen.
public final class PresentationFile {
    private final String seriesUid;
    private final String imageUid;
    private final String label;
    private final double x;
    private final double y;

    /// All is drawn around the point `x`, `y` of the image, in its pixels.
    public PresentationFile(String seriesUid, String imageUid, String label, double x, double y) {
        this.seriesUid = seriesUid;
        this.imageUid = imageUid;
        this.label = label;
        this.x = x;
        this.y = y;
    }

    private static byte[] floats(double... values) {
        var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            buffer.putFloat((float) value);
        }
        return buffer.array();
    }

    private static byte[] whole(int... values) {
        var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    private DicomBytes image() {
        return DicomBytes.explicit()
                .text(0x0008_1150, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .text(0x0008_1155, "UI", imageUid);
    }

    private static DicomBytes shape(String type, boolean filled, double... points) {
        DicomBytes shape =
                DicomBytes.explicit()
                        .text(0x0070_0005, "CS", "PIXEL")
                        .us(0x0070_0020, 2)
                        .us(0x0070_0021, points.length / 2)
                        .bytes(0x0070_0022, "FL", floats(points))
                        .text(0x0070_0023, "CS", type);
        boolean open = type.equals("POINT");
        return open ? shape : shape.text(0x0070_0024, "CS", filled ? "Y" : "N");
    }

    private DicomBytes annotation() {
        return DicomBytes.explicit()
                .sequence(0x0008_1140, image())
                .text(0x0070_0002, "CS", "MARKS")
                .sequence(
                        0x0070_0008,
                        DicomBytes.explicit()
                                .text(0x0070_0003, "CS", "PIXEL")
                                .text(0x0070_0004, "CS", "PIXEL")
                                .text(0x0070_0006, "ST", "Look here\r\nand measure")
                                .bytes(0x0070_0010, "FL", floats(x + 6, y - 8))
                                .bytes(0x0070_0011, "FL", floats(x + 14, y - 5))
                                .text(0x0070_0012, "CS", "LEFT")
                                .bytes(0x0070_0014, "FL", floats(x, y))
                                .text(0x0070_0015, "CS", "Y"),
                        DicomBytes.explicit()
                                .text(0x0070_0003, "CS", "DISPLAY")
                                .text(0x0070_0006, "ST", "In a corner of the screen")
                                .bytes(0x0070_0010, "FL", floats(0.1, 0.1))
                                .bytes(0x0070_0011, "FL", floats(0.3, 0.2))
                                .text(0x0070_0012, "CS", "LEFT"))
                .sequence(
                        0x0070_0009,
                        shape("POLYLINE", false, x - 3, y, x + 3, y, x, y + 4, x - 3, y),
                        shape("CIRCLE", true, x - 8, y, x - 6, y),
                        shape(
                                "ELLIPSE", false, x, y + 9, x + 8, y + 9, x + 4, y + 7, x + 4,
                                y + 11),
                        shape("POINT", false, x - 9, y + 9));
    }

    public byte[] file() {
        return dataSet().file();
    }

    public DicomBytes dataSet() {
        return DicomBytes.explicit()
                .text(TagNumbers.SOP_CLASS, "UI", "1.2.840.10008.5.1.4.1.1.11.1")
                .text(TagNumbers.SOP_INSTANCE, "UI", seriesUid + ".77." + label.length())
                .text(TagNumbers.STUDY_DATE, "DA", "20260302")
                .text(0x0008_0030, "TM", "120000")
                .text(0x0008_0050, "SH", "")
                .text(TagNumbers.MODALITY, "CS", "PR")
                .text(0x0008_0070, "LO", "Overread tests")
                .text(0x0008_0090, "PN", "")
                .sequence(
                        0x0008_1115,
                        DicomBytes.explicit()
                                .sequence(0x0008_1140, image())
                                .text(TagNumbers.SERIES_UID, "UI", seriesUid))
                .text(TagNumbers.PATIENT_NAME, "PN", "Sample^Overread")
                .text(TagNumbers.PATIENT_ID, "LO", "SAMPLE")
                .text(0x0010_0030, "DA", "")
                .text(0x0010_0040, "CS", "")
                .text(TagNumbers.STUDY_UID, "UI", "1.2.3")
                .text(TagNumbers.SERIES_UID, "UI", "1.2.3.77")
                .text(0x0020_0010, "SH", "1")
                .text(TagNumbers.SERIES_NUMBER, "IS", "77")
                .text(TagNumbers.INSTANCE_NUMBER, "IS", "1")
                .text(TagNumbers.INTERCEPT, "DS", "0")
                .text(TagNumbers.SLOPE, "DS", "1")
                .text(0x0028_1054, "LO", "HU")
                .sequence(
                        0x0028_3110,
                        DicomBytes.explicit()
                                .text(TagNumbers.WINDOW_CENTER, "DS", "60")
                                .text(TagNumbers.WINDOW_WIDTH, "DS", "350"))
                .sequence(0x0070_0001, annotation())
                .sequence(
                        0x0070_005a,
                        DicomBytes.explicit()
                                .sequence(0x0008_1140, image())
                                .bytes(0x0070_0052, "SL", whole((int) x - 19, (int) y - 14))
                                .bytes(0x0070_0053, "SL", whole((int) x + 20, (int) y + 15))
                                .text(0x0070_0100, "CS", "SCALE TO FIT")
                                .text(0x0070_0102, "IS", "1\\1"))
                .sequence(
                        0x0070_0060,
                        DicomBytes.explicit()
                                .text(0x0070_0002, "CS", "MARKS")
                                .text(0x0070_0062, "IS", "1"))
                .text(0x0070_0080, "CS", label)
                .text(0x0070_0081, "LO", "What the surgeon is to see")
                .text(0x0070_0082, "DA", "20260302")
                .text(0x0070_0083, "TM", "121500")
                .text(0x0070_0084, "PN", "Reader^First")
                .text(0x2050_0020, "CS", "IDENTITY");
    }
}
