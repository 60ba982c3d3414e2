// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;

/// What a codestream itself says its three components are once they are decoded. DICOM headers are wrong about it at
/// times, most often with JPEG, whose markers decide then.
public enum CodedColour {
    /// Red, green and blue; of JPEG 2000 after its own colour transform is undone.
    RGB,
    /// Luma and two chroma components over the full range, as JFIF has them.
    YCC,
    /// It does not say: the header is all there is.
    UNSAID;

    private static final int JPEG_START = 0xFFD8;
    private static final int JPEG_2000_START = 0xFF4F;
    private static final int JPEG_2000_STYLE = 0xFF52;
    private static final int JPEG_2000_TILE = 0xFF90;

    /// Reads markers up to the first scan or tile; the frame's position stays.
    public static CodedColour of(ByteBuffer frame) {
        ByteReader in = ByteReader.of(frame);
        try {
            return switch (in.u16()) {
                case JPEG_START -> jpeg(in);
                case JPEG_2000_START -> jpeg2000(in);
                default -> UNSAID;
            };
        } catch (BrokenPictureException _) {
            return UNSAID; // the decoder finds out and says so
        }
    }

    /// Adobe's marker is explicit. Then come JFIF, which allows nothing but YCC, the letters that encoders give
    /// components that are not transformed, and the size of chroma.
    private static CodedColour jpeg(ByteReader in) throws BrokenPictureException {
        CodedColour found = UNSAID;
        while (true) {
            int marker = in.u16() & 0xFF;
            while (marker == 0xFF) {
                marker = in.u8(); // fill bytes
            }
            if (marker == 0xDA) {
                return found;
            }
            if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
                continue;
            }
            ByteReader content = in.slice(in.u16() - 2);
            if (marker == 0xEE && isNamed(content, "Adobe") && content.remaining() >= 7) {
                content.skip(6); // version, two words of flags
                int transform = content.u8();
                return transform == 0 ? RGB : transform == 1 ? YCC : UNSAID;
            } else if (marker == 0xE0 && isNamed(content, "JFIF\0")) {
                found = YCC;
            } else if (marker >= 0xC0 && marker <= 0xC2 && found == UNSAID) {
                found = ofComponents(content);
            } else if (marker == 0xC3) {
                return UNSAID; // lossless coding transforms nothing, whatever else is written
            }
        }
    }

    private static boolean isNamed(ByteReader content, String name) throws BrokenPictureException {
        byte[] expected = name.getBytes(StandardCharsets.US_ASCII);
        if (content.remaining() < expected.length) {
            return false;
        }
        boolean same = true;
        for (byte letter : expected) {
            same &= content.u8() == letter;
        }
        return same;
    }

    private static CodedColour ofComponents(ByteReader frame) throws BrokenPictureException {
        frame.skip(5); // precision, rows, columns
        if (frame.u8() != 3) {
            return UNSAID;
        }
        int letters = 0;
        int first = 0;
        boolean subsampled = false;
        for (int c = 0; c < 3; c++) {
            letters = letters << 8 | frame.u8();
            int sampling = frame.u8();
            first = c == 0 ? sampling : first;
            subsampled |= sampling != first;
            frame.skip(1);
        }
        if (letters == ('R' << 16 | 'G' << 8 | 'B')) {
            return RGB;
        }
        return subsampled ? YCC : UNSAID;
    }

    private static CodedColour jpeg2000(ByteReader in) throws BrokenPictureException {
        while (true) {
            int marker = in.u16();
            if (marker == JPEG_2000_TILE) {
                return UNSAID;
            }
            ByteReader content = in.slice(in.u16() - 2);
            if (marker == JPEG_2000_STYLE) {
                content.skip(4); // style, progression, layers
                return content.u8() == 1 ? RGB : UNSAID;
            }
        }
    }
}
