// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation.Median;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation.Neighbours;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation.Options;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.work.CancelToken;

/// Three labels of the phantom of 192³, drawn in every eighth slice, filled in between; every turn is compared with the
/// labels that ITK's MorphologicalContourInterpolator makes, to the voxel.
final class InterpolationBenchmark implements Benchmark {
    private static final int SIDE = 192;
    private static final int GAP = 8;

    @Override
    public String name() {
        return "segmentation-interpolate";
    }

    @Override
    public String purpose() {
        return "Fill between every eighth slice of three labels in 192 x 192 x 192 voxels.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                new Quantity("B7 fill by distances", "ms"),
                new Quantity("B7 fill by dilations", "ms"));
    }

    @Override
    public int warmUpRounds() {
        return 3;
    }

    @Override
    public int rounds() {
        return 7;
    }

    @Override
    public Field open() {
        ExecutorService pool =
                Executors.newFixedThreadPool(
                        Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
        Crew crew = Crew.of(pool, new CancelToken());
        List<Mask> drawn = drawn();
        List<Contender> contenders =
                List.of(
                        new Contender("overread", () -> turn(drawn, crew)),
                        Recorded.contender(1000.0, 4100.0));
        return new Field() {
            @Override
            public List<Contender> contenders() {
                return contenders;
            }

            @Override
            public void close() {
                pool.shutdownNow();
            }
        };
    }

    private static List<Mask> drawn() {
        var edits = new ArrayList<MaskEdit>();
        for (int n = 0; n < 3; n++) {
            edits.add(Mask.empty(new GridSize(SIDE, SIDE, SIDE)).edit());
        }
        double half = SIDE / 2.0;
        for (int n = 0; n < SIDE * SIDE * SIDE / GAP; n++) {
            int i = n % SIDE;
            int j = n / SIDE % SIDE;
            int k = n / SIDE / SIDE * GAP;
            double x = (i - half) / half;
            double y = (j - half) / half;
            double z = (k - half) / half;
            double r =
                    Math.sqrt(x * x + y * y * 1.2 + z * z * 1.1)
                            + 0.06 * Math.sin(9 * x) * Math.sin(7 * y) * Math.cos(8 * z);
            if (r < 0.85) {
                edits.get(r < 0.35 ? 2 : r < 0.6 ? 1 : 0).set(i, j, k);
            }
        }
        return edits.stream().map(MaskEdit::mask).toList();
    }

    private static List<Double> turn(List<Mask> drawn, Crew crew) throws BenchFailedException {
        return List.of(
                timed(drawn, Median.DISTANCES, "356ac0031d5aa9d8", crew),
                timed(drawn, Median.DILATIONS, "21fc5fabdec06f7e", crew));
    }

    private static double timed(List<Mask> drawn, Median median, String digest, Crew crew)
            throws BenchFailedException {
        var options = new Options(Optional.empty(), median, Neighbours.CROSS);
        long begun = System.nanoTime();
        List<Mask> filled = MorphologicalInterpolation.fill(drawn, options, crew);
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        String found = digest(filled);
        if (!found.equals(digest)) {
            throw new BenchFailedException(
                    "The labels have the digest %s and ITK's have %s.".formatted(found, digest));
        }
        return milliseconds;
    }

    private static String digest(List<Mask> labels) {
        var bytes = new byte[SIDE * SIDE * SIDE];
        for (int n = 0; n < bytes.length; n++) {
            for (int label = 1; label <= labels.size(); label++) {
                if (labels.get(label - 1).contains(n % SIDE, n / SIDE % SIDE, n / SIDE / SIDE)) {
                    bytes[n] = (byte) label;
                }
            }
        }
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(sha, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
