// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.codec.FrameOutcome.Doubt;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.BrokenPictureException.Reason;
import org.overread.viewer.codec.picture.ByteReader;
import org.overread.viewer.codec.picture.Fidelity;
import org.overread.viewer.codec.picture.PictureMemory;
import org.overread.viewer.codec.picture.PictureSize;
import org.overread.viewer.codec.picture.Signedness;
import org.overread.viewer.codec.rle.RleDecoder;

final class FrameDecoderTest {
    /// The example of T.87 Annex H.3, and its picture.
    private static final String JPEG_LS_EXAMPLE =
            """
            FFD8 FFF7 000B 08 0004 0004 01 01 11 00 FFDA 0008 01 01 00 00 00 00
            C000006C80208E01C0000057400000 6EE6000001BC18000005D800009160 FFD9
            """;

    private static final int[] JPEG_LS_PICTURE = {
        0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145
    };

    private static FrameLayout layout(int columns, int rows, int components, int bits) {
        return new FrameLayout(
                new PictureSize(columns, rows, components),
                bits > 16 ? 32 : bits > 8 ? 16 : 8,
                bits,
                Signedness.UNSIGNED);
    }

    private static int[] decoded(TransferSyntax syntax, FrameLayout layout, byte[] bytes) {
        int[] target = new int[(int) layout.samples()];
        FrameOutcome outcome =
                new FrameDecoder().decode(syntax, layout, ByteBuffer.wrap(bytes), target);
        assertInstanceOf(FrameOutcome.Decoded.class, outcome, outcome.toString());
        return target;
    }

    private static Reason refused(TransferSyntax syntax, FrameLayout layout, byte[] bytes) {
        FrameOutcome outcome =
                new FrameDecoder()
                        .decode(
                                syntax,
                                layout,
                                ByteBuffer.wrap(bytes),
                                new int[(int) layout.samples()]);
        return assertInstanceOf(FrameOutcome.Refused.class, outcome).reason();
    }

    @Test
    void exampleOfTheJpegLsStandardIsItsPicture() {
        assertArrayEquals(
                JPEG_LS_PICTURE,
                decoded(
                        TransferSyntax.JPEG_LS_LOSSLESS,
                        layout(4, 4, 1, 8),
                        Encoders.hex(JPEG_LS_EXAMPLE)));
    }

    /// The example that Apple published for the packing that DICOM took over.
    @Test
    void publishedPackBitsExampleIsUnpacked() {
        String header = "01000000 40000000" + "00".repeat(56);
        byte[] frame = Encoders.hex(header + "FEAA 0280002A FDAA 0380002A22 F7AA");
        int[] expected = unsigned("AAAAAA80002AAAAAAAAA80002A22AAAAAAAAAAAAAAAAAAAA");
        assertArrayEquals(
                expected, decoded(TransferSyntax.RLE_LOSSLESS, layout(24, 1, 1, 8), frame));
    }

    private static int[] unsigned(String hex) {
        byte[] bytes = Encoders.hex(hex);
        int[] values = new int[bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes[i] & 0xFF;
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void rleComesBack(int bits) {
        Random random = new Random(bits);
        for (int trial = 0; trial < 200; trial++) {
            int columns = 1 + random.nextInt(trial % 2 == 0 ? 3 : 70);
            int rows = 1 + random.nextInt(trial % 3 == 0 ? 1 : 20);
            int components = bits == 32 || trial % 4 != 0 ? 1 : 3;
            int[][] planes = randomPlanes(random, components, columns * rows, bits);
            assertArrayEquals(
                    interleaved(planes),
                    decoded(
                            TransferSyntax.RLE_LOSSLESS,
                            layout(columns, rows, components, bits),
                            Encoders.rle(planes, bits / 8)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void losslessJpegComesBack(int predictor) {
        Random random = new Random(predictor);
        for (int precision = 2; precision <= 16; precision++) {
            for (int[] size : new int[][] {{1, 1}, {1, 9}, {9, 1}, {2, 2}, {13, 7}, {32, 5}}) {
                for (int components = 1; components <= 3; components += 2) {
                    for (int restartRows = 0; restartRows < 3; restartRows++) {
                        int area = size[0] * size[1];
                        int[][] planes = randomPlanes(random, components, area, precision);
                        byte[] bytes =
                                Encoders.losslessJpeg(
                                        planes,
                                        size[0],
                                        size[1],
                                        precision,
                                        predictor,
                                        restartRows);
                        assertArrayEquals(
                                interleaved(planes),
                                decoded(
                                        TransferSyntax.JPEG_LOSSLESS,
                                        layout(size[0], size[1], components, precision),
                                        bytes));
                    }
                }
            }
        }
    }

    /// Noise, flat parts and extremes by turns.
    static int[][] randomPlanes(Random random, int components, int area, int bits) {
        int[][] planes = new int[components][area];
        int mask = bits == 32 ? -1 : (1 << bits) - 1;
        for (int[] plane : planes) {
            int value = random.nextInt() & mask;
            for (int i = 0; i < area; i++) {
                switch (random.nextInt(8)) {
                    case 0 -> value = random.nextInt() & mask;
                    case 1 -> value = random.nextBoolean() ? mask : 0;
                    case 2, 3 -> value = (value + random.nextInt(5) - 2) & mask;
                    default -> {}
                }
                plane[i] = value;
            }
        }
        return planes;
    }

    private static int[] interleaved(int[][] planes) {
        int[] all = new int[planes.length * planes[0].length];
        for (int i = 0; i < all.length; i++) {
            all[i] = planes[i % planes.length][i / planes.length];
        }
        return all;
    }

    @Test
    void everyPrefixIsRefused() {
        Random random = new Random(5);
        int[][] planes = randomPlanes(random, 1, 30 * 11, 12);
        byte[] jpeg = Encoders.losslessJpeg(planes, 30, 11, 12, 4, 3);
        for (int length = 0; length < jpeg.length - 2; length++) {
            refused(
                    TransferSyntax.JPEG_LOSSLESS,
                    layout(30, 11, 1, 12),
                    Arrays.copyOf(jpeg, length));
        }
        // a last zero may be padding
        byte[] rle = Encoders.rle(planes, 2);
        int padding = rle[rle.length - 1] == 0 ? 1 : 0;
        for (int length = 0; length < rle.length - padding; length++) {
            refused(TransferSyntax.RLE_LOSSLESS, layout(30, 11, 1, 12), Arrays.copyOf(rle, length));
        }
        byte[] jpegLs = Encoders.hex(JPEG_LS_EXAMPLE);
        for (int length = 0; length < jpegLs.length - 3; length++) {
            refused(
                    TransferSyntax.JPEG_LS_LOSSLESS,
                    layout(4, 4, 1, 8),
                    Arrays.copyOf(jpegLs, length));
        }
    }

    @Test
    void otherSizeThanTheHeaderSaysIsRefused() {
        byte[] bytes = Encoders.hex(JPEG_LS_EXAMPLE);
        assertEquals(
                Reason.OTHER_SIZE,
                refused(TransferSyntax.JPEG_LS_LOSSLESS, layout(4, 5, 1, 8), bytes));
        assertEquals(
                Reason.OTHER_SIZE,
                refused(TransferSyntax.JPEG_LS_LOSSLESS, layout(4, 4, 3, 8), bytes));
    }

    @Test
    void codestreamIsTrustedOverTheTransferSyntax() {
        int[] target = new int[16];
        FrameOutcome outcome =
                new FrameDecoder()
                        .decode(
                                TransferSyntax.JPEG_2000_LOSSLESS,
                                layout(4, 4, 1, 8),
                                ByteBuffer.wrap(Encoders.hex(JPEG_LS_EXAMPLE)),
                                target);
        assertEquals(
                new FrameOutcome.Decoded(
                        new FrameOutcome.Coding(
                                FrameOutcome.Format.JPEG_LS,
                                Fidelity.LOSSLESS,
                                8,
                                Signedness.UNSIGNED),
                        Set.of(Doubt.OTHER_FORMAT)),
                outcome);
        assertArrayEquals(JPEG_LS_PICTURE, target);
    }

    @Test
    void signedSamplesAreWidenedFromTheirStoredBits() {
        FrameLayout layout = new FrameLayout(new PictureSize(3, 1, 1), 16, 12, Signedness.SIGNED);
        byte[] bytes = Encoders.losslessJpeg(new int[][] {{0x000, 0x7FF, 0xFFF}}, 3, 1, 12, 1, 0);
        short[] target = new short[3];
        assertInstanceOf(
                FrameOutcome.Decoded.class,
                new FrameDecoder()
                        .decode(
                                TransferSyntax.JPEG_LOSSLESS,
                                layout,
                                ByteBuffer.wrap(bytes),
                                target));
        assertArrayEquals(new short[] {0, 2047, -1}, target);
    }

    @Test
    void bitsAboveTheStoredOnesAreDroppedAndSaid() {
        FrameLayout layout = new FrameLayout(new PictureSize(2, 1, 1), 16, 12, Signedness.UNSIGNED);
        byte[] bytes = Encoders.losslessJpeg(new int[][] {{0x123, 0x8123}}, 2, 1, 16, 1, 0);
        int[] target = new int[2];
        FrameOutcome outcome =
                new FrameDecoder()
                        .decode(
                                TransferSyntax.JPEG_LOSSLESS,
                                layout,
                                ByteBuffer.wrap(bytes),
                                target);
        assertArrayEquals(new int[] {0x123, 0x123}, target);
        assertEquals(
                Set.of(Doubt.MORE_BITS, Doubt.OUT_OF_RANGE),
                assertInstanceOf(FrameOutcome.Decoded.class, outcome).doubts());
    }

    @Test
    void directBufferIsReadAsAnArrayIs() {
        byte[] bytes = Encoders.hex(JPEG_LS_EXAMPLE);
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length + 7).position(7).slice();
        direct.put(bytes).flip();
        int[] target = new int[16];
        new FrameDecoder()
                .decode(TransferSyntax.JPEG_LS_LOSSLESS, layout(4, 4, 1, 8), direct, target);
        assertArrayEquals(JPEG_LS_PICTURE, target);
        assertEquals(0, direct.position());
    }

    @Test
    void targetTooSmallIsTheCallersMistake() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new FrameDecoder()
                                .decode(
                                        TransferSyntax.RLE_LOSSLESS,
                                        layout(4, 4, 1, 8),
                                        ByteBuffer.allocate(100),
                                        new short[15]));
    }

    @Test
    void hugeLayoutWithFewBytesIsRefusedBeforeAnythingIsAllocated() {
        FrameLayout layout = layout(32768, 32768, 1, 16);
        ByteBuffer bytes = ByteBuffer.wrap(Encoders.rle(new int[][] {{1, 2, 3}}, 2));
        // the target is what would not fit the test: the decoder must say no from the bytes alone
        assertTrue(layout.samples() > 1 << 29);
        assertThrows(
                BrokenPictureException.class,
                () ->
                        RleDecoder.decode(
                                ByteReader.of(bytes), layout.size(), 2, new PictureMemory()));
    }
}
