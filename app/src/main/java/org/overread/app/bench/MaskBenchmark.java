// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The algebra of masks on the phantom of 256 voxels a side, every result checked against SciPy's in every turn.
///
/// ITK takes part where the variable OVERREAD_PEERS names a folder that holds `itk_segmentation`; it states its own
/// seconds, the best of its runs, and the number of parts that it found.
final class MaskBenchmark implements Benchmark {
    /// What ITK calls the quantities, in their order.
    private static final List<String> ITK_LINES =
            List.of(
                    "ConnectedComponent speckle 6",
                    "ConnectedComponent speckle 26",
                    "BinaryDilate ball r2",
                    "BinaryFillhole",
                    "BinaryMedian r1",
                    "SignedMaurer",
                    "SignedMaurer"); // by which a margin is made with ITK

    @Override
    public String name() {
        return "mask";
    }

    @Override
    public String purpose() {
        return "Parts, ball, holes, median, distance and margin of masks of 256 x 256 x 256 voxels.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                new Quantity("parts by faces", "ms"),
                new Quantity("parts by corners", "ms"),
                new Quantity("dilation, ball 2", "ms"),
                new Quantity("fill holes", "ms"),
                new Quantity("median, 3 a side", "ms"),
                new Quantity("signed distance", "ms"),
                new Quantity("margin, 5 mm", "ms"));
    }

    @Override
    public int warmUpRounds() {
        return 2;
    }

    @Override
    public int rounds() {
        return 7;
    }

    @Override
    public Field open() {
        var ours = new MaskTurn();
        var contenders = new ArrayList<Contender>();
        contenders.add(new Contender("overread", ours));
        peer().ifPresent(program -> contenders.add(new Contender("ITK", () -> itk(program))));
        return new Field() {
            @Override
            public List<Contender> contenders() {
                return contenders;
            }

            @Override
            public void close() {
                ours.close();
            }
        };
    }

    private static Optional<Path> peer() {
        return Optional.ofNullable(System.getenv("OVERREAD_PEERS"))
                .map(folder -> Path.of(folder, "itk_segmentation"))
                .filter(Files::isRegularFile);
    }

    private static List<Double> itk(Path program)
            throws BenchFailedException, IOException, InterruptedException {
        Process process =
                new ProcessBuilder(program.toString(), "256", "lab,mau,med,dil,fill")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new BenchFailedException("ITK's program ended with a fault.");
        }
        require(said, "objects " + MaskTurn.PARTS_BY_FACES);
        require(said, "objects26 " + MaskTurn.PARTS_BY_CORNERS);
        return milliseconds(said);
    }

    private static void require(String said, String figure) throws BenchFailedException {
        if (!Pattern.compile(figure + "\\b").matcher(said).find()) {
            throw new BenchFailedException("ITK's program did not say '" + figure + "'.");
        }
    }

    static List<Double> milliseconds(String said) throws BenchFailedException {
        var values = new ArrayList<Double>();
        for (String line : ITK_LINES) {
            Matcher seconds =
                    Pattern.compile(
                                    "^" + Pattern.quote(line) + "\\s+([0-9.]+) s",
                                    Pattern.MULTILINE)
                            .matcher(said);
            if (!seconds.find()) {
                throw new BenchFailedException("ITK's program did not time '" + line + "'.");
            }
            values.add(Double.parseDouble(seconds.group(1)) * 1000);
        }
        return values;
    }
}
