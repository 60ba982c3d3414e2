// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Slices of a volume whose values are a linear function of the place: −x − 2y + 4z in millimetres.
final class SliceTest {
    private static final int HEADER = 128;

    @TempDir private Path folder;

    @Test
    void valuesOfAnObliquePlaneAreThoseOfTheFunctionInNumpysFormat() throws IOException {
        Path out = folder.resolve("out.npy");
        assertEquals(0, slice(out, "--u=-0.6,0,0.8", "--v=0,-1,0").status());

        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.LITTLE_ENDIAN);
        String header = new String(file.array(), 0, HEADER, StandardCharsets.ISO_8859_1);
        assertTrue(header.startsWith("\u0093NUMPY\u0001\0v\0{'descr': '<f4', "), header);
        assertTrue(header.contains("'fortran_order': False, 'shape': (2, 3), }"), header);
        assertTrue(header.endsWith("\n"), header);
        float[] expected = new float[6];
        for (int r = 0; r < 2; r++) {
            for (int c = 0; c < 3; c++) {
                double along = 0.5 * (c - 1);
                double x = -0.5 - 0.6 * along;
                double y = -0.5 - 0.5 * (r - 0.5);
                double z = 1 + 0.8 * along;
                expected[3 * r + c] = (float) (-x - 2 * y + 4 * z);
            }
        }
        float[] values = new float[6];
        file.position(HEADER).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        assertArrayEquals(expected, values, 1e-5f);
    }

    @Test
    void whatLiesOutsideIsNoNumberInValuesAndTransparentInPictures() throws IOException {
        Path values = folder.resolve("out.npy");
        Path picture = folder.resolve("out.png");
        assertEquals(0, slice(values, "--u=1,0,0", "--v=0,1,0", "--size=9x1").status());
        assertEquals(0, slice(picture, "--u=1,0,0", "--v=0,1,0", "--size=9x1").status());
        ByteBuffer file =
                ByteBuffer.wrap(Files.readAllBytes(values)).order(ByteOrder.LITTLE_ENDIAN);
        BufferedImage image = ImageIO.read(picture.toFile());
        var inside = new ArrayList<Integer>();
        for (int c = 0; c < 9; c++) {
            boolean isNumber = !Float.isNaN(file.getFloat(HEADER + 4 * c));
            assertEquals(isNumber ? 255 : 0, image.getRGB(c, 0) >>> 24, "column " + c);
            if (isNumber) {
                inside.add(c);
            }
        }
        // centres at −0.5 + (c − 4) / 2 mm; the volume reaches from −1.5 to 0.5
        assertEquals(List.of(2, 3, 4, 5, 6), inside);
    }

    @Test
    void aPictureHasTheGreyOfItsWindow() throws IOException {
        Path out = folder.resolve("out.png");
        Ran ran = slice(out, "--u=-1,0,0", "--v=0,-1,0", "--window=4,5.5", "--renderer=cpu");
        assertEquals(0, ran.status(), ran.err());
        BufferedImage image = ImageIO.read(out.toFile());
        // values 4.5, 5, 5.5 and 5.5, 6, 6.5 between black at 3.5 and white at 7.5
        int[] expected = {64, 96, 128, 128, 159, 191};
        for (int n = 0; n < 6; n++) {
            int rgb = image.getRGB(n % 3, n / 3);
            assertEquals(0xFF000000 | expected[n] * 0x010101, rgb, "pixel " + n);
        }
    }

    @Test
    void aSlabOfTheGreatestValuesReachesHalfItsThickness() throws IOException {
        Path out = folder.resolve("out.npy");
        Ran ran = slice(out, "--u=-1,0,0", "--v=0,-1,0", "--slab=2", "--mode=max");
        assertEquals(0, ran.status(), ran.err());
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(4.5 + 4, file.getFloat(HEADER), 1e-5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--u=0,0,0 --v=0,1,0 | 1 | --u 0.0,0.0,0.0 has no direction.",
                "--u=1,0,0 --v=2,0,0 | 1 | --u and --v are not perpendicular",
                "--u=1,0,0 --v=0,NaN,0 | 2 | 'NaN' is not a finite number",
                "--u=1,0 --v=0,1,0 | 2 | '1,0' is not 3 numbers with commas between them",
                "--u=1,0,0 --v=0,1,0 --size=0x5 | 1 | --size 0x5: a side has 1 to 32768 pixels.",
                "--u=1,0,0 --v=0,1,0 --size=100000x9 | 1 | --size 100000x9: a side has 1 to",
                "--u=1,0,0 --v=0,1,0 --size=30000x30000 | 1 | a picture has up to 134 million pixels.",
                "--u=1,0,0 --v=0,1,0 --size=5 | 2 | '5' is not a width and a height",
                "--u=1,0,0 --v=0,1,0 --window=0,40 | 1 | --window 0.0,40.0: a window is wider",
                "--u=1,0,0 --v=0,1,0 --pixel=0 | 1 | --pixel 0.0: a pixel is wider than 0 mm.",
                "--u=1,0,0 --v=0,1,0 --slab=-1 | 1 | --slab -1.0: a slab is 0 to 5000 mm thick.",
            })
    void whatMakesNoPictureIsRefusedWithItsName(String options, int status, String sentence)
            throws IOException {
        Path out = folder.resolve("out.npy");
        Ran ran = slice(out, options.split(" ", -1));
        assertEquals(status, ran.status(), ran.err());
        assertTrue(ran.err().contains(sentence), ran.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void labelsAreFilledAndOutlinedInColoursOfTheirOwn() throws IOException {
        Path out = folder.resolve("out.png");
        Path labels = TinyImages.nifti(folder.resolve("labels.nii"), 3, 1);
        Ran ran =
                slice(
                        out,
                        "--u=-1,0,0",
                        "--v=0,-1,0",
                        "--size=2x2",
                        "--pixel=1",
                        "--window=1000,0",
                        "--labels=" + labels);
        assertEquals(0, ran.status(), ran.err());
        BufferedImage image = ImageIO.read(out.toFile());
        // the middle slice: voxels of label 4 to 7, one pixel each and so all outline; the colours
        // of Okabe and Ito
        int[] expected = {0xF0E442, 0x0072B2, 0xD55E00, 0xCC79A7};
        for (int n = 0; n < 4; n++) {
            assertEquals(0xFF000000 | expected[n], image.getRGB(n % 2, n / 2), "pixel " + n);
        }
    }

    @Test
    void anotherEndingIsWrongUsage() throws IOException {
        Ran ran = slice(folder.resolve("out.jpg"), "--u=1,0,0", "--v=0,1,0");
        assertEquals(2, ran.status());
        assertTrue(ran.err().startsWith("--out is a file that ends in .npy or .png."));
    }

    /// Three columns and two rows, half a millimetre apart, around the middle of the volume, unless told otherwise.
    private Ran slice(Path out, String... options) throws IOException {
        Path in = TinyImages.nifti(folder.resolve("in.nii"), 3, 1);
        var words =
                new ArrayList<>(
                        List.of(
                                "slice",
                                in.toString(),
                                "--out",
                                out.toString(),
                                "--center=-0.5,-0.5,1"));
        List<String> given = List.of(options);
        Stream.of("--size=3x2", "--pixel=0.5")
                .filter(
                        usual ->
                                given.stream().noneMatch(o -> o.startsWith(usual.split("=", 2)[0])))
                .forEach(words::add);
        words.addAll(given);
        return Ran.command(words.toArray(String[]::new));
    }
}
