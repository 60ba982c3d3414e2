// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.mask.distance.Convention;
import org.overread.segmentation.mask.distance.DistanceMap;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.work.CancelToken;

/// Islands and distances on the phantom of 512 voxels a side: parts, the order of their sizes and the largest, and the
/// signed distance. The number of parts is ITK's.
final class LargeMaskBenchmark implements Benchmark {
    private static final int SIDE = 512;
    private static final int PARTS = 2_578_765;
    private static final int PARTS_BY_CORNERS = 72_602;

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
        ExecutorService pool =
                Executors.newFixedThreadPool(
                        Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
        Crew crew = Crew.of(pool, new CancelToken());
        var voxels = PhantomVoxels.of(SIDE);
        Mask solid = MaskRows.between(voxels, -100, Short.MAX_VALUE, crew);
        Mask specks =
                MaskRows.between(voxels, 42, 109, crew)
                        .union(MaskRows.between(voxels, -49, 9, crew));
        int byCorners = Components.of(specks, Connectivity.CORNERS, crew).count();
        if (byCorners != PARTS_BY_CORNERS) {
            throw new BenchFailedException(
                    "%d parts by corners were found and %d are right."
                            .formatted(byCorners, PARTS_BY_CORNERS));
        }
        var contenders = new ArrayList<Contender>();
        contenders.add(new Contender("overread", () -> turn(solid, specks, crew)));
        PeerLines.contender(
                        "ITK",
                        "itk_segmentation",
                        List.of(String.valueOf(SIDE), "lab,mau"),
                        List.of("ConnectedComponent speckle 6+RelabelComponent", "SignedMaurer"),
                        List.of("objects " + PARTS))
                .ifPresent(contenders::add);
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

    private static List<Double> turn(Mask solid, Mask specks, Crew crew)
            throws BenchFailedException {
        double islands =
                MaskTurn.timed(
                        () -> {
                            Components parts = Components.of(specks, Connectivity.FACES, crew);
                            parts.bySize();
                            return parts.largest(crew).isEmpty() ? 0 : parts.count();
                        },
                        count -> count,
                        PARTS,
                        0);
        double distance =
                MaskTurn.timed(
                        () -> DistanceMap.of(solid, Spacing.ONE, Convention.BORDER_CENTRES, crew),
                        map -> map.at(SIDE / 2, SIDE / 2, SIDE / 2) < 0 ? 1 : 0,
                        1,
                        0);
        return List.of(islands, distance);
    }
}
