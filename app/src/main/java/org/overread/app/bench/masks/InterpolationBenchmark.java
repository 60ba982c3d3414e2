// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.app.bench.harness.BenchCrew;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Checked;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Quantity;
import org.overread.app.bench.harness.Recorded;
import org.overread.app.bench.volumes.PhantomVoxels;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation.Median;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation.Neighbours;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation.Options;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;

/// Three labels of the phantom of 192³, drawn in every eighth slice, filled in between; every turn is compared with the
/// labels that ITK's MorphologicalContourInterpolator makes, to the voxel.
public final class InterpolationBenchmark implements Benchmark {
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
        var crew = new BenchCrew();
        List<Mask> drawn = drawn();
        return Field.of(
                List.of(
                        new Contender("overread", () -> turn(drawn, crew.crew())),
                        Recorded.contender(1000.0, 4100.0)),
                crew::close);
    }

    private static List<Mask> drawn() {
        var edits = new ArrayList<MaskEdit>();
        for (int n = 0; n < 3; n++) {
            edits.add(Mask.empty(new GridSize(SIDE, SIDE, SIDE)).edit());
        }
        for (int n = 0; n < SIDE * SIDE * SIDE / GAP; n++) {
            int i = n % SIDE;
            int j = n / SIDE % SIDE;
            int k = n / SIDE / SIDE * GAP;
            double r = PhantomVoxels.radius(i, j, k, SIDE);
            if (r < PhantomVoxels.OUTER) {
                int label = r < PhantomVoxels.INNER ? 2 : r < PhantomVoxels.MIDDLE ? 1 : 0;
                edits.get(label).set(i, j, k);
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
        return Checked.milliseconds(
                () -> MorphologicalInterpolation.fill(drawn, options, crew),
                InterpolationBenchmark::digest,
                digest);
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
        return Checked.digest(bytes);
    }
}
