// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.overread.app.truth.TruthCase.NotHereException;

/// A program of others that compresses DICOM files.
record Encoder(String command) {
    static final Encoder JPEG_LOSSLESS = new Encoder("dcmcjpeg +e1");
    static final Encoder JPEG_LS = new Encoder("dcmcjpls");
    static final Encoder JPEG_2000 = new Encoder("gdcmconv --j2k");

    /// Encodes every file of the folder in place.
    void encode(Path folder) throws IOException, InterruptedException, NotHereException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        Path encoded = folder.resolve("encoded");
        for (Path file : files) {
            var words = new ArrayList<>(List.of(command.split(" ", -1)));
            words.addAll(List.of(file.toString(), encoded.toString()));
            run(words);
            Files.delete(file);
            Files.move(encoded, file);
        }
    }

    /// The codestream of one picture of 12 bits by OpenJPH's encoder, reversible.
    static byte[] highThroughput(int[] cells, int columns, Path scratch)
            throws IOException, InterruptedException, NotHereException {
        Path picture = scratch.resolveSibling("picture.pgm");
        Path encoded = scratch.resolveSibling("picture.j2c");
        var out = new ByteArrayOutputStream();
        out.writeBytes(
                "P5 %d %d 4095\n"
                        .formatted(columns, cells.length / columns)
                        .getBytes(StandardCharsets.US_ASCII));
        for (int cell : cells) {
            out.write(cell >> 8);
            out.write(cell);
        }
        Files.write(picture, out.toByteArray());
        run(
                List.of(
                        "ojph_compress",
                        "-i",
                        picture.toString(),
                        "-o",
                        encoded.toString(),
                        "-reversible",
                        "true"));
        return Files.readAllBytes(encoded);
    }

    private static void run(List<String> words)
            throws IOException, InterruptedException, NotHereException {
        String needed =
                "needs %s (Debian packages dcmtk, libgdcm-tools, openjph-tools)"
                        .formatted(words.getFirst());
        Process process;
        try {
            process =
                    new ProcessBuilder(words)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException _) {
            throw new NotHereException(needed);
        }
        if (process.waitFor() != 0) {
            throw new NotHereException(needed + " that can encode this");
        }
    }
}
