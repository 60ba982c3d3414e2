// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.PictureSize;
import org.overread.viewer.codec.picture.Signedness;
import org.overread.viewer.work.TimeLimit;
import org.overread.viewer.work.TimeLimitExceededException;

/// Real frames, cut short and changed at random with fixed seeds: a decoder decodes or refuses, and does nothing else.
final class DamagedFramesTest {
    private static final Path FILES =
            Path.of(System.getProperty("overread.shared", "../shared"))
                    .resolve("data/dicom_files/transfer_syntax");
    private static final int MUTATIONS = 400;
    private static final int PREFIXES = 400;

    private static final class Sample {
        final TransferSyntax syntax;
        final FrameLayout layout;
        final byte[] bytes;

        Sample(TransferSyntax syntax, FrameLayout layout, byte[] bytes) {
            this.syntax = syntax;
            this.layout = layout;
            this.bytes = bytes;
        }
    }

    private static Sample sample(String name, TransferSyntax syntax)
            throws IOException, BrokenPictureException {
        Path path = FILES.resolve(name);
        assumeTrue(Files.exists(path), "missing: " + name);
        PixelDataOfFile file = PixelDataOfFile.read(path);
        ByteBuffer frame = Fragments.read(file.encapsulated, file.frames).frame(0);
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        FrameLayout layout =
                new FrameLayout(
                        new PictureSize(file.columns, file.rows, file.samplesAPixel),
                        file.bitsAllocated,
                        file.bitsStored,
                        file.representation == 1 ? Signedness.SIGNED : Signedness.UNSIGNED);
        return new Sample(syntax, layout, bytes);
    }

    private static FrameOutcome decode(Sample sample, byte[] bytes) {
        return new FrameDecoder()
                .decode(
                        sample.syntax,
                        sample.layout,
                        ByteBuffer.wrap(bytes),
                        new int[(int) sample.layout.samples()]);
    }

    @ParameterizedTest
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @CsvSource({
        "MR_small_RLE.dcm, RLE_LOSSLESS",
        "SC_rgb_rle.dcm, RLE_LOSSLESS",
        "rtdose_rle.dcm, RLE_LOSSLESS",
        "JPEGBaseline_1s_1f_u_08_08.dcm, JPEG_BASELINE",
        "SC_rgb_dcmtk_+eb+cy+s2.dcm, JPEG_BASELINE",
        "SC_rgb_small_odd_jpeg.dcm, JPEG_BASELINE",
        "JPGExtended.dcm, JPEG_EXTENDED",
        "JPEG-LL.dcm, JPEG_LOSSLESS_FIRST_ORDER",
        "SC_rgb_jpeg_gdcm.dcm, JPEG_LOSSLESS_FIRST_ORDER",
        "MR_small_jpeg_ls_lossless.dcm, JPEG_LS_LOSSLESS",
        "JLSL_RGB_ILV1.dcm, JPEG_LS_LOSSLESS",
        "SC_rgb_jls_lossy_sample.dcm, JPEG_LS_NEAR_LOSSLESS",
        "MR_small_jp2klossless.dcm, JPEG_2000_LOSSLESS",
        "emri_small_jpeg_2k_lossless.dcm, JPEG_2000_LOSSLESS",
        "JPEG2000.dcm, JPEG_2000",
        "SC_rgb_gdcm_KY.dcm, JPEG_2000",
        "HTJ2KLossless_08_RGB.dcm, HTJ2K_LOSSLESS"
    })
    void damagedBytesAreDecodedOrRefused(String name, TransferSyntax syntax)
            throws IOException, BrokenPictureException {
        Sample sample = sample(name, syntax);
        assertInstanceOf(FrameOutcome.Decoded.class, decode(sample, sample.bytes));
        int count = sample.layout.samples() > 300_000 ? MUTATIONS / 10 : MUTATIONS;
        Random random = new Random(42);
        int refused = 0;
        for (int i = 0; i < count; i++) {
            byte[] damaged = sample.bytes.clone();
            int changes = 1 + random.nextInt(4);
            // half of the time in the headers, where a byte does more
            int reach = random.nextBoolean() ? Math.min(200, damaged.length) : damaged.length;
            for (int c = 0; c < changes; c++) {
                damaged[random.nextInt(reach)] = (byte) random.nextInt();
            }
            if (random.nextInt(8) == 0) {
                damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            }
            if (decode(sample, damaged) instanceof FrameOutcome.Refused) {
                refused++;
            }
        }
        assertTrue(refused > 0);
        // a little may be missing at the end: an end marker, padding
        int step = Math.max(1, sample.bytes.length / PREFIXES);
        if (sample.layout.samples() > 300_000) {
            step *= 10;
        }
        for (int length = 0; length < sample.bytes.length - 64; length += step) {
            assertInstanceOf(
                    FrameOutcome.Refused.class,
                    decode(sample, Arrays.copyOf(sample.bytes, length)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MR_small_RLE.dcm, RLE_LOSSLESS",
        "JPGExtended.dcm, JPEG_EXTENDED",
        "JPEG-LL.dcm, JPEG_LOSSLESS_FIRST_ORDER",
        "MR_small_jpeg_ls_lossless.dcm, JPEG_LS_LOSSLESS",
        "MR_small_jp2klossless.dcm, JPEG_2000_LOSSLESS",
        "HTJ2KLossless_08_RGB.dcm, HTJ2K_LOSSLESS"
    })
    void everyDecoderLooksAtTheTime(String name, TransferSyntax syntax)
            throws IOException, BrokenPictureException {
        Sample sample = sample(name, syntax);
        assertThrows(
                TimeLimitExceededException.class,
                () -> TimeLimit.within(Duration.ZERO, () -> decode(sample, sample.bytes)));
    }

    @ParameterizedTest
    @CsvSource({"RLE_LOSSLESS", "JPEG_BASELINE", "JPEG_LS_LOSSLESS", "JPEG_2000", "HTJ2K"})
    void noiseIsRefused(TransferSyntax syntax) {
        Random random = new Random(7);
        FrameLayout layout =
                new FrameLayout(new PictureSize(64, 64, 1), 16, 12, Signedness.UNSIGNED);
        for (byte[] start :
                List.of(
                        new byte[0],
                        Encoders.hex("FFD8FF"),
                        Encoders.hex("FFD8FFF7"),
                        Encoders.hex("FF4FFF51"))) {
            for (int i = 0; i < 300; i++) {
                byte[] noise = new byte[start.length + random.nextInt(300)];
                random.nextBytes(noise);
                System.arraycopy(start, 0, noise, 0, start.length);
                assertInstanceOf(
                        FrameOutcome.Refused.class,
                        decode(new Sample(syntax, layout, noise), noise));
            }
        }
    }
}
