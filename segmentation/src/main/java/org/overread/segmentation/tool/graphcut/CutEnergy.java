// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.graphcut;

import org.overread.segmentation.tool.local.LocalBox;
import org.overread.segmentation.tool.local.LocalVolume;

/// What a border costs, in square millimetres where nothing changes across it: each face of a voxel its area, less where
/// the values on its two sides differ, and each voxel its volume times how unlike the seeds of its side it is.
final class CutEnergy {
    /// More than all that may flow away from a voxel.
    private static final int SEED = 1 << 28;

    private final LocalVolume local;
    private final double sigma;
    private final double perMm;
    private final double units; // a square millimetre in whole numbers

    /// Differences of `sigma` make a face cost e^-½ of its area; `perMm` is how much the volume counts beside the
    /// surface.
    CutEnergy(LocalVolume local, double sigma, double perMm) {
        this.local = local;
        this.sigma = sigma;
        this.perMm = perMm;
        double largest = local.stepI() * local.stepJ();
        for (int k = 0; k < local.box().box().sizeK(); k++) {
            largest = Math.max(largest, thickness(k) * Math.max(local.stepI(), local.stepJ()));
        }
        units = GridCut.LARGEST / largest;
    }

    /// What a slice of the box takes up, half way to its neighbours.
    private double thickness(int k) {
        return (local.stepK(k) + local.stepK(k - 1)) / 2;
    }

    /// A graph whose cheapest cut parts label 1 from all others.
    GridCut graph(Likeness wanted, Likeness others) {
        LocalBox box = local.box();
        var graph = new GridCut(local.values().length, box.faces());
        for (int k = 0; k < box.box().sizeK(); k++) {
            double thick = thickness(k);
            double[] areas = {
                local.stepJ() * thick, local.stepI() * thick, local.stepI() * local.stepJ()
            };
            double volume = areas[2] * thick;
            for (int j = 0; j < box.box().sizeJ(); j++) {
                int start = box.sliceStart(k) + j * box.row();
                for (int n = start; n < start + box.box().sizeI(); n++) {
                    if (local.open()[n]) {
                        join(graph, n, n + 1, 1, areas[0]);
                        join(graph, n, n + box.row(), 3, areas[1]);
                        join(graph, n, n + box.slice(), 5, areas[2]);
                        tie(graph, n, volume, wanted, others);
                    }
                }
            }
        }
        return graph;
    }

    private void join(GridCut graph, int n, int other, int direction, double area) {
        if (local.open()[other]) {
            double step = ((double) local.values()[n] - local.values()[other]) / sigma;
            graph.join(n, direction, (int) Math.round(units * area * Math.exp(-step * step / 2)));
        }
    }

    private void tie(GridCut graph, int n, double volume, Likeness wanted, Likeness others) {
        int seed = local.seeds()[n] & 0xFF;
        if (seed != 0) {
            graph.tie(n, seed == 1 ? SEED : 0, seed == 1 ? 0 : SEED);
        } else if (perMm > 0) {
            // who is cut off from the source pays what it is unlike the others, and the other way
            // round
            float value = local.values()[n];
            double difference = others.of(value) - wanted.of(value);
            int price = (int) Math.round(units * perMm * volume * Math.abs(difference));
            graph.tie(n, difference > 0 ? price : 0, difference > 0 ? 0 : price);
        }
    }

    /// A flow in square millimetres.
    double squareMm(long flow) {
        return flow / units;
    }
}
