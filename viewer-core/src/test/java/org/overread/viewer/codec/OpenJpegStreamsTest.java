// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.codec.picture.PictureSize;
import org.overread.viewer.codec.picture.Signedness;

/// Codestreams that OpenJPEG's encoder makes with switches that files of scanners seldom have, against what its decoder
/// makes of them. The switches of `-M`: 1 bypass, 2 reset, 4 terminate, 8 causal, 16 predictable termination, 32
/// segmentation symbols.
final class OpenJpegStreamsTest {
    private static final int COLUMNS = 203;
    private static final int ROWS = 149;
    private static final int HIGHEST = 4095;

    @TempDir Path folder;

    @BeforeEach
    void needsTheTools() {
        assumeTrue(isInstalled("opj_compress"), "missing: opj_compress");
        assumeTrue(isInstalled("opj_decompress"), "missing: opj_decompress");
    }

    private static boolean isInstalled(String tool) {
        for (String place : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(place, tool))) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-n 6",
                "-n 1",
                "-M 1",
                "-M 2",
                "-M 4",
                "-M 5",
                "-M 8",
                "-M 9 -b 16,16",
                "-M 16",
                "-M 32",
                "-M 63",
                "-b 4,4",
                "-b 4,64 -M 8",
                "-b 32,8 -n 3",
                "-t 64,48",
                "-t 50,47 -d 13,7 -T 5,3 -M 13",
                "-d 1,1",
                "-p RLCP -SOP",
                "-p RPCL -c [64,64],[32,32] -EPH",
                "-p PCRL -c [32,64]",
                "-p LRCP -r 20,10,1 -TP L",
                "-p CPRL -r 20,10,1",
                "-p CPRL -TP R",
                "-n 6 -POC T1=0,0,1,3,3,CPRL/T1=3,0,1,6,3,RPCL",
                "-r 40,20,5,1 -M 1",
                "-r 40,20,5,1 -M 45",
                "-ROI c=0,U=3",
                "-ROI c=0,U=7 -M 8",
            })
    void losslessStreamIsThePicture(String options) throws IOException, InterruptedException {
        for (boolean colour : new boolean[] {false, true}) {
            int[] picture = picture(colour ? 3 : 1);
            Path stream = encoded(picture, options);
            assertArrayEquals(picture, openJpegs(stream, picture.length), "OpenJPEG's own");
            assertArrayEquals(picture, ours(stream, picture.length));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-I",
                "-I -n 1",
                "-I -r 8",
                "-I -r 30 -M 1",
                "-I -r 12 -t 50,47 -d 13,7 -T 5,3",
                "-I -q 40,60 -b 16,64 -M 10",
            })
    void lossyStreamIsWhatOpenJpegMakesOfIt(String options)
            throws IOException, InterruptedException {
        for (boolean colour : new boolean[] {false, true}) {
            int[] picture = picture(colour ? 3 : 1);
            Path stream = encoded(picture, options);
            int[] theirs = openJpegs(stream, picture.length);
            int[] ours = ours(stream, picture.length);
            long sum = 0;
            for (int i = 0; i < ours.length; i++) {
                int error = Math.abs(ours[i] - theirs[i]);
                assertTrue(error <= 1, "at %d: %d is %d".formatted(i, theirs[i], ours[i]));
                sum += error;
            }
            // rounding falls the other way in few places only
            assertTrue(sum <= ours.length / 50, "%d of %d differ".formatted(sum, ours.length));
        }
    }

    /// Something smooth, an edge, flat parts and noise, pixel by pixel.
    private static int[] picture(int components) {
        Random random = new Random(components);
        int[] samples = new int[COLUMNS * ROWS * components];
        for (int i = 0; i < samples.length; i++) {
            int pixel = i / components;
            int x = pixel % COLUMNS;
            int y = pixel / COLUMNS;
            int flat = x / 90;
            double smooth = 1500 + 900 * Math.sin(x / 17.0) * Math.cos(y / 23.0 + i % components);
            double value = x > 2 * y ? smooth + 25 * random.nextGaussian() : 33 + 700.0 * flat;
            if ((x ^ y) == 5) {
                value = HIGHEST;
            }
            samples[i] = (int) Math.clamp(value, 0, HIGHEST);
        }
        return samples;
    }

    private Path encoded(int[] picture, String options) throws IOException, InterruptedException {
        boolean colour = picture.length > COLUMNS * ROWS;
        Path raw = folder.resolve(colour ? "picture.ppm" : "picture.pgm");
        String header = "P%d\n%d %d\n%d\n".formatted(colour ? 6 : 5, COLUMNS, ROWS, HIGHEST);
        ByteBuffer bytes = ByteBuffer.allocate(header.length() + 2 * picture.length);
        bytes.put(header.getBytes(StandardCharsets.US_ASCII));
        for (int sample : picture) {
            bytes.putShort((short) sample);
        }
        Files.write(raw, bytes.array());
        Path stream = folder.resolve("stream.j2k");
        List<String> command = new ArrayList<>(List.of("opj_compress", "-i", raw.toString()));
        command.addAll(List.of("-o", stream.toString()));
        command.addAll(List.of(options.split(" ", -1)));
        run(command);
        return stream;
    }

    private int[] openJpegs(Path stream, int samples) throws IOException, InterruptedException {
        Path raw = folder.resolve(samples > COLUMNS * ROWS ? "answer.ppm" : "answer.pgm");
        run(List.of("opj_decompress", "-i", stream.toString(), "-o", raw.toString()));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(raw));
        int[] answer = new int[samples];
        bytes.position(bytes.limit() - 2 * samples);
        for (int i = 0; i < samples; i++) {
            answer[i] = bytes.getShort();
        }
        return answer;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), command.getFirst() + " takes too long");
        assertEquals(0, process.exitValue(), () -> command.getFirst() + " failed, see its output");
    }

    private static int[] ours(Path stream, int samples) throws IOException {
        int[] target = new int[samples];
        PictureSize size = new PictureSize(COLUMNS, ROWS, samples / (COLUMNS * ROWS));
        FrameOutcome outcome =
                new FrameDecoder()
                        .decode(
                                TransferSyntax.JPEG_2000,
                                new FrameLayout(size, 16, 12, Signedness.UNSIGNED),
                                ByteBuffer.wrap(Files.readAllBytes(stream)),
                                target);
        assertInstanceOf(FrameOutcome.Decoded.class, outcome, outcome.toString());
        return target;
    }
}
