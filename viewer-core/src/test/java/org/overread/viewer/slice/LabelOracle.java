// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Labels.Edges;
import org.overread.viewer.volume.BitBlocks;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;

/// Which labels a pixel shows, by the definitions and one voxel at a time.
final class LabelOracle {
    /// The labels by number; `doubtful` where rounding decides.
    record Shown(Set<Integer> labels, boolean doubtful) {
        Shown {
            labels = Set.copyOf(labels);
        }
    }

    private final List<BitBlocks> bits;
    private final Labels version;
    private final PixelGrid pixels;
    private final Slab slab;
    private final GridOracle grid;
    private final double edge;

    LabelOracle(Labels version, List<BitBlocks> bits, PixelGrid base, Slab slab, double edge) {
        this.version = version;
        this.bits = bits;
        this.slab = slab;
        this.edge = edge;
        pixels = base.through(version.joined().toOverlay());
        grid = new GridOracle(version.geometry());
    }

    /// Of any pixel, also of those around the picture.
    Shown at(int column, int row) {
        PatientPoint onPlane =
                pixels.first()
                        .plus(pixels.perColumn().times(column))
                        .plus(pixels.perRow().times(row));
        if (slab.isThin()) {
            return sample(onPlane);
        }
        int perSide = grid.stepsASide(slab.thicknessMm(), pixels.deep());
        boolean doubtful = false;
        for (int step = -perSide; step <= perSide; step++) { // the viewer looks along `deep`
            double depth = slab.thicknessMm() / 2 * step / perSide;
            Shown here = sample(onPlane.plus(pixels.deep().times(depth)));
            doubtful |= here.doubtful();
            if (!here.labels().isEmpty()) {
                return new Shown(here.labels(), doubtful);
            }
        }
        return new Shown(Set.of(), doubtful);
    }

    private Shown sample(PatientPoint p) {
        double[] at = grid.index(p);
        boolean doubtful =
                grid.isAtBorder(at, edge)
                        || (version.edges() == Edges.VOXELS && grid.isBetweenCells(at, edge));
        Set<Integer> labels = new HashSet<>();
        if (grid.isInside(at)) {
            for (int n = 0; n < bits.size(); n++) {
                double share = share(bits.get(n), at);
                doubtful |= version.edges() == Edges.SMOOTH && Math.abs(share - 0.5) < 4 * edge;
                if (share >= 0.5) {
                    labels.add(n);
                }
            }
        }
        return new Shown(labels, doubtful);
    }

    private double share(BitBlocks label, double[] at) {
        if (!(label instanceof TestBits voxels)) {
            return 0; // a version that lacks the label
        }
        GridSize size = version.geometry().size();
        if (version.edges() == Edges.VOXELS) {
            int i = (int) Math.min(Math.floor(at[0] + 0.5), size.i() - 1);
            int j = (int) Math.min(Math.floor(at[1] + 0.5), size.j() - 1);
            int k = (int) Math.min(Math.floor(at[2] + 0.5), size.k() - 1);
            return voxels.contains(i, j, k) ? 1 : 0;
        }
        double x = Math.max(0, Math.min(at[0], size.i() - 1));
        double y = Math.max(0, Math.min(at[1], size.j() - 1));
        double z = Math.max(0, Math.min(at[2], size.k() - 1));
        double sum = 0;
        for (int k = (int) z; k <= (int) z + 1; k++) {
            for (int j = (int) y; j <= (int) y + 1; j++) {
                for (int i = (int) x; i <= (int) x + 1; i++) {
                    double weight =
                            (1 - Math.abs(x - i)) * (1 - Math.abs(y - j)) * (1 - Math.abs(z - k));
                    sum += voxels.contains(i, j, k) ? weight : 0;
                }
            }
        }
        return sum;
    }
}
