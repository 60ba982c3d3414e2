// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.overread.viewer.dicom.file.TransferSyntaxes;
import org.overread.viewer.dicom.parse.TagNumbers;

/// Small files that between them use most of what the reader knows: where mutations begin.
public final class DicomSeeds {
    private DicomSeeds() {}

    public static List<byte[]> files() {
        return List.of(
                Slices.at(1, 0, 0, 0).file(),
                Slices.at(TransferSyntaxes.IMPLICIT_LITTLE, 1, 0, 0, 0).file(),
                Slices.at(TransferSyntaxes.EXPLICIT_BIG, 1, 0, 0, 0).file(),
                Slices.at(TransferSyntaxes.DEFLATED, 1, 0, 0, 0).file(),
                Slices.at(1, 0, 0, 0).dataSet(),
                enhanced(),
                nuclear(),
                table());
    }

    /// Three such slices in one archive.
    public static byte[] archive() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int n = 0; n < 3; n++) {
                zip.putNextEntry(new ZipEntry("a/" + n));
                zip.write(Slices.at(n, 0, 0, n).file());
            }
        }
        return out.toByteArray();
    }

    /// What lies in one folder: the directory of a medium, and slices or pictures.
    public static List<List<byte[]>> folders() {
        byte[] directory =
                DicomBytes.explicit()
                        .text(TagNumbers.FILE_SET, "CS", "CD")
                        .sequence(
                                TagNumbers.DIRECTORY_RECORDS,
                                DicomBytes.explicit().text(TagNumbers.REFERENCED_FILE, "CS", "I1"),
                                DicomBytes.explicit()
                                        .text(TagNumbers.REFERENCED_FILE, "CS", "IM\\I9"))
                        .file();
        return List.of(
                List.of(
                        directory,
                        Slices.at(1, 0, 0, 0).file(),
                        Slices.at(2, 0, 0, 1).file(),
                        Slices.at(3, 0, 0, 2.5).file()),
                List.of(directory, colours(1), colours(2)),
                List.of(directory, enhanced(), table()),
                List.of(
                        Slices.at(2, 0, 0, 1).file(),
                        new PresentationFile("1.2.3.0", "1.2.3.2", "NODULE", 20, 15).file()));
    }

    private static byte[] colours(int number) {
        return Slices.at(number, 0, 0, number)
                .us(TagNumbers.SAMPLES_PER_PIXEL, 3)
                .us(TagNumbers.PLANAR_CONFIGURATION, 0)
                .text(TagNumbers.PHOTOMETRIC, "CS", "RGB")
                .us(TagNumbers.BITS_ALLOCATED, 8)
                .us(TagNumbers.BITS_STORED, 8)
                .us(TagNumbers.HIGH_BIT, 7)
                .us(TagNumbers.PIXEL_REPRESENTATION, 0)
                .bytes(0x7fe0_0010, "OW", new byte[3 * Slices.COLUMNS * Slices.ROWS])
                .file();
    }

    private static byte[] enhanced() {
        var frames = new DicomBytes[3];
        for (int n = 0; n < frames.length; n++) {
            frames[n] =
                    DicomBytes.explicit()
                            .sequence(
                                    0x0020_9113,
                                    DicomBytes.explicit()
                                            .text(TagNumbers.POSITION, "DS", "0\\0\\" + n))
                            .sequence(
                                    0x0028_9145,
                                    DicomBytes.explicit()
                                            .text(TagNumbers.INTERCEPT, "DS", "-1024")
                                            .text(TagNumbers.SLOPE, "DS", "" + (n + 1)));
        }
        return Slices.at(1, 0, 0, 0)
                .without(TagNumbers.POSITION)
                .text(TagNumbers.FRAMES, "IS", "3")
                .sequence(TagNumbers.FRAME_GROUPS, frames)
                .pixels(new short[3 * Slices.COLUMNS * Slices.ROWS])
                .file();
    }

    private static byte[] nuclear() {
        return Slices.at(1, 0, 0, 0)
                .text(TagNumbers.MODALITY, "CS", "NM")
                .text(TagNumbers.FRAMES, "IS", "3")
                .text(TagNumbers.SLICE_DISTANCE, "DS", "-2.5")
                .pixels(new short[3 * Slices.COLUMNS * Slices.ROWS])
                .file();
    }

    private static byte[] table() {
        return Slices.at(1, 0, 0, 0)
                .sequence(
                        TagNumbers.MODALITY_LUT,
                        DicomBytes.explicit()
                                .bytes(
                                        TagNumbers.LUT_DESCRIPTOR,
                                        "US",
                                        new byte[] {4, 0, 0, 0, 16, 0})
                                .bytes(TagNumbers.LUT_DATA, "OW", new byte[8]))
                .file();
    }
}
