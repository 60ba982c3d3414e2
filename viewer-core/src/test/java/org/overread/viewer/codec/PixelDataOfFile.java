// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the encapsulated pixel data of a DICOM file and the few numbers of its header that decoders need: explicit
/// little endian only, written apart from the reader that the program uses.
final class PixelDataOfFile {
    private static final int PIXEL_DATA = 0x7FE00010;
    private static final int UNDEFINED = -1;

    private final ByteBuffer in;
    int frames = 1;
    int samplesAPixel = 1;
    int rows;
    int columns;
    int bitsAllocated;
    int bitsStored;
    int representation;
    ByteBuffer encapsulated = ByteBuffer.allocate(0);

    private PixelDataOfFile(ByteBuffer in) {
        this.in = in;
    }

    static PixelDataOfFile read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        // some files have no preamble
        bytes.position(bytes.getInt(128) == 0x4D434944 ? 132 : 0);
        PixelDataOfFile found = new PixelDataOfFile(bytes);
        found.readElements();
        return found;
    }

    /// The samples of native 16-bit pixel data of one frame.
    int[] nativeSamples() {
        ByteBuffer cells = encapsulated.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int[] samples = new int[rows * columns * samplesAPixel];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = representation == 1 ? cells.getShort() : cells.getShort() & 0xFFFF;
        }
        return samples;
    }

    private void readElements() {
        while (in.remaining() >= 8) {
            int tag = (in.getShort() & 0xFFFF) << 16 | (in.getShort() & 0xFFFF);
            String vr = text(2);
            int length = length(vr);
            if (tag == PIXEL_DATA) {
                encapsulated = in.slice();
                return;
            }
            if (length == UNDEFINED) {
                skipItems(!vr.equals("UN"));
                continue;
            }
            int next = in.position() + length;
            switch (tag) {
                case 0x00280002 -> samplesAPixel = in.getShort();
                case 0x00280008 -> frames = Integer.parseInt(text(length));
                case 0x00280010 -> rows = in.getShort() & 0xFFFF;
                case 0x00280011 -> columns = in.getShort() & 0xFFFF;
                case 0x00280100 -> bitsAllocated = in.getShort();
                case 0x00280101 -> bitsStored = in.getShort();
                case 0x00280103 -> representation = in.getShort();
                default -> {}
            }
            in.position(next);
        }
    }

    private int length(String vr) {
        return switch (vr) {
            case "OB", "OW", "OF", "OD", "OL", "OV", "SQ", "UN", "UC", "UR", "UT", "SV", "UV" -> {
                in.getShort();
                yield in.getInt();
            }
            default -> in.getShort() & 0xFFFF;
        };
    }

    private void skipItems(boolean explicit) {
        while (true) {
            int tag = (in.getShort() & 0xFFFF) << 16 | (in.getShort() & 0xFFFF);
            int length = in.getInt();
            if (tag == 0xFFFEE0DD) {
                return;
            }
            if (length != UNDEFINED) {
                in.position(in.position() + length);
            } else {
                skipItem(explicit);
            }
        }
    }

    private void skipItem(boolean explicit) {
        while (true) {
            int tag = (in.getShort() & 0xFFFF) << 16 | (in.getShort() & 0xFFFF);
            if (tag == 0xFFFEE00D) {
                in.getInt();
                return;
            }
            String vr = explicit ? text(2) : "";
            int length = explicit ? length(vr) : in.getInt();
            if (length == UNDEFINED) {
                skipItems(explicit && !vr.equals("UN"));
            } else {
                in.position(in.position() + length);
            }
        }
    }

    private String text(int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1).replace('\0', ' ').trim();
    }
}
