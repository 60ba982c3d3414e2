// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.volumes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.overread.app.bench.harness.BenchFailedException;

/// How the pixels of the benchmarks' series are stored, and the independent program that brings them there.
public enum SeriesEncoding {
    RAW("raw", ""),
    JPEG_LOSSLESS("jpeg-lossless", "dcmcjpeg +e1"),
    JPEG_LS("jpeg-ls", "dcmcjpls"),
    JPEG_2000("jpeg-2000", "gdcmconv --j2k"),
    RLE("rle", "dcmcrle");

    private final String label;
    private final String encoder;

    SeriesEncoding(String label, String encoder) {
        this.label = label;
        this.encoder = encoder;
    }

    String label() {
        return label;
    }

    /// Encodes every file of the folder in place.
    void encode(Path folder) throws BenchFailedException, IOException, InterruptedException {
        if (encoder.isEmpty()) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        Path encoded = folder.resolveSibling("encoded.dcm");
        for (Path file : files) {
            var command = new ArrayList<>(List.of(encoder.split(" ", -1)));
            command.addAll(List.of(file.toString(), encoded.toString()));
            run(command);
            Files.delete(file);
            Files.move(encoded, file);
        }
    }

    private static void run(List<String> command)
            throws BenchFailedException, IOException, InterruptedException {
        String program = command.getFirst();
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            throw new BenchFailedException(
                    "This benchmark needs %s (Debian packages dcmtk, libgdcm-tools)."
                            .formatted(program));
        }
        if (process.waitFor() != 0) {
            throw new BenchFailedException(program + " could not encode the series.");
        }
    }
}
