// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.masks;

import java.util.ArrayList;
import java.util.List;
import org.overread.app.bench.harness.BenchCrew;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Checked;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.PeerLines;
import org.overread.app.bench.harness.Quantity;
import org.overread.app.bench.volumes.PhantomVoxels;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.Voxels;

/// Islands and distances on the phantom of 512 voxels a side: parts, the order of their sizes and the largest, and the
/// signed distance. The parts' numbers, the largest and every distance are those of SciPy and ITK.
public final class LargeMaskBenchmark implements Benchmark {
    private static final int SIDE = 512;
    private static final int PARTS = 2_578_765;

    @Override
    public String name() {
        return "mask-512";
    }

    @Override
    public String purpose() {
        return "Islands and distances of masks of 512 x 512 x 512 voxels.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(new Quantity("B4 islands 512", "ms"), new Quantity("B5 distance 512", "ms"));
    }

    @Override
    public int warmUpRounds() {
        return 1;
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public Field open() throws BenchFailedException {
        var crew = new BenchCrew();
        Voxels.Int16 voxels = PhantomVoxels.of(SIDE);
        Mask solid = MaskRows.between(voxels, -100, Short.MAX_VALUE, crew.crew());
        Mask specks = MaskTurn.specks(voxels, crew.crew());
        var contenders = new ArrayList<Contender>();
        contenders.add(new Contender("overread", () -> turn(solid, specks, crew.crew())));
        PeerLines.contender(
                        "ITK",
                        "itk_segmentation",
                        List.of(String.valueOf(SIDE), "lab,mau"),
                        List.of("ConnectedComponent speckle 6+RelabelComponent", "SignedMaurer"),
                        List.of("objects " + PARTS))
                .ifPresent(contenders::add);
        return Field.of(contenders, crew::close);
    }

    private static List<Double> turn(Mask solid, Mask specks, Crew crew)
            throws BenchFailedException {
        long begun = System.nanoTime();
        Components parts = Components.of(specks, Connectivity.FACES, crew);
        int[] bySize = parts.bySize();
        Mask largest = parts.mask(bySize[0], crew);
        double islands = (System.nanoTime() - begun) / 1e6;
        Checked.require(parts.count(), PARTS);
        Checked.require(MaskTurn.digest(parts, SIDE), "0163ed25e2ea4214");
        Checked.require(Checked.digest(largest), "a35395efa9ab6791");
        return List.of(islands, MaskTurn.distance(solid, "9873874266d1d8cc", crew));
    }
}
