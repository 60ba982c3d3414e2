// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.overread.app.truth.TruthCase.Truth;
import org.overread.app.truth.TruthLine.PeerAnswer;
import org.overread.app.truth.TruthLine.PeerAnswer.Answer;
import org.overread.viewer.volume.PatientPoint;

/// Another program that opens the same files: `command FOLDER OUT` writes each volume to OUT as `NAME.txt`, three sizes
/// and the twelve numbers of the transform from indices to LPS millimetres, row by row, and `NAME.raw`, 32-bit floating
/// point, little endian, x fastest. What it calls a failure is a refusal.
public record TruthPeer(String name, List<String> command) {
    private static final long SECONDS = 60;
    private static final double VOXELS = 0.1;

    public TruthPeer {
        command = List.copyOf(command);
    }

    /// The peers in a folder: `truth_NAME` and `truth_NAME.py`.
    public static List<TruthPeer> in(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> fileName(file).startsWith("truth_"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(TruthPeer::of)
                    .toList();
        }
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static TruthPeer of(Path file) {
        String name = fileName(file).substring("truth_".length()).replace(".py", "");
        return new TruthPeer(
                name,
                fileName(file).endsWith(".py")
                        ? List.of("/usr/bin/python3", file.toString())
                        : List.of(file.toString()));
    }

    PeerAnswer judge(Truth truth, Path files, Path scratch)
            throws IOException, InterruptedException {
        Path out = Files.createDirectory(scratch.resolve("peer-" + name));
        var words = new ArrayList<>(command);
        words.addAll(List.of(files.toString(), out.toString()));
        Process process =
                new ProcessBuilder(words)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        List<Grid> grids = grids(out);
        if (!ended || process.exitValue() != 0 || grids.isEmpty()) {
            return new PeerAnswer(name, Answer.REFUSED);
        }
        return new PeerAnswer(name, isRight(truth, grids) ? Answer.RIGHT : Answer.SILENTLY_WRONG);
    }

    /// The same measure as ours; nobody asks a peer for a verdict on the geometry.
    private static boolean isRight(Truth truth, List<Grid> grids) {
        double voxel = VOXELS * Math.min(BeadSlice.COLUMN_MM, BeadSlice.ROW_MM);
        return grids.size() == truth.parts().size()
                && truth.parts().stream()
                        .allMatch(
                                part ->
                                        grids.stream()
                                                .map(grid -> Deviation.of(part, grid))
                                                .anyMatch(
                                                        d ->
                                                                d.distance() <= voxel
                                                                        && d.value()
                                                                                <= part
                                                                                                .toleranceOfValue()
                                                                                        + 1e-3));
    }

    private static List<Grid> grids(Path out) throws IOException {
        var grids = new ArrayList<Grid>();
        try (Stream<Path> all = Files.list(out)) {
            for (Path text : all.filter(f -> fileName(f).endsWith(".txt")).sorted().toList()) {
                double[] numbers =
                        Arrays.stream(Files.readString(text).trim().split("\\s+"))
                                .mapToDouble(Double::parseDouble)
                                .toArray();
                Path raw = text.resolveSibling(fileName(text).replace(".txt", ".raw"));
                grids.add(new PeerGrid(numbers, Files.readAllBytes(raw)));
            }
        }
        return grids;
    }

    private static final class PeerGrid implements Grid {
        private final double[] numbers;
        private final float[] values;

        PeerGrid(double[] numbers, byte[] raw) {
            this.numbers = numbers;
            values = new float[raw.length / 4];
            ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        }

        @Override
        public int columns() {
            return (int) numbers[0];
        }

        @Override
        public int rows() {
            return (int) numbers[1];
        }

        @Override
        public int slices() {
            return (int) numbers[2];
        }

        @Override
        public double value(int i, int j, int k) {
            return values[(k * rows() + j) * columns() + i];
        }

        @Override
        public PatientPoint place(double i, double j, double k) {
            return new PatientPoint(row(0, i, j, k), row(1, i, j, k), row(2, i, j, k));
        }

        private double row(int r, double i, double j, double k) {
            int at = 3 + 4 * r;
            return numbers[at] * i + numbers[at + 1] * j + numbers[at + 2] * k + numbers[at + 3];
        }
    }
}
