// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.overread.viewer.slice.grid.GridCell;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// The voxels that a part of a plane cuts, by what the plane cuts out of their cells.
///
/// Within a stretch of slices the three indices are affine on the plane. The two that change most there number columns
/// of cells; the plane passes through few cells of each column, and of most through all of the column's width.
final class PlaneVoxels {
    /// A change of an index across a cell that is none: an acquired slice is seen to be one.
    private static final double LEVEL = 1e-7;

    private final FlatPart region;
    private final GridSize size;
    private final double lengthA;
    private final double lengthB;

    private PlaneVoxels(FlatPart region, GridSize size) {
        this.region = region;
        this.size = size;
        lengthA = region.a().length();
        lengthB = region.b().length();
    }

    /// What a plane cuts out of a cell: mm², and where its middle lies, times that.
    private record Cut(double area, double momentA, double momentB) {
        Cut plus(Cut other) {
            return new Cut(area + other.area, momentA + other.momentA, momentB + other.momentB);
        }
    }

    private interface CutVisitor {
        void cut(int i, int j, int k, double area, double a, double b);
    }

    static void visit(FlatPart region, VolumeGeometry geometry, RegionVoxels.Visitor visitor) {
        var walk = new PlaneVoxels(region, geometry.size());
        List<GridCell> stretches = GridCell.of(geometry);
        if (stretches.size() == 1) {
            walk.stretch(
                    stretches.getFirst(),
                    (i, j, k, area, a, b) -> {
                        if (walk.holds(a, b)) {
                            visitor.voxel(i, j, k, area);
                        }
                    });
            return;
        }
        // the halves of a cell lie in two stretches
        Map<Long, Cut> cuts = new HashMap<>();
        for (GridCell stretch : stretches) {
            walk.stretch(
                    stretch,
                    (i, j, k, area, a, b) ->
                            cuts.merge(
                                    walk.number(i, j, k),
                                    new Cut(area, area * a, area * b),
                                    Cut::plus));
        }
        cuts.forEach(
                (number, cut) -> {
                    if (walk.holds(cut.momentA / cut.area, cut.momentB / cut.area)) {
                        walk.tell(number, cut.area, visitor);
                    }
                });
    }

    private boolean holds(double a, double b) {
        return region.holds(a / lengthA, b / lengthB);
    }

    private long number(int i, int j, int k) {
        return ((long) k * size.j() + j) * size.i() + i;
    }

    private void tell(long number, double area, RegionVoxels.Visitor visitor) {
        long row = number / size.i();
        visitor.voxel(
                (int) (number % size.i()), (int) (row % size.j()), (int) (row / size.j()), area);
    }

    /// An index on the plane, by millimetres along the half axes; within `low` to `high`.
    private record Index(double at, double perA, double perB, double low, double high) {}

    private void stretch(GridCell stretch, CutVisitor visitor) {
        PatientVector fromBase = region.center().from(stretch.base());
        PatientVector a = region.a().times(1 / lengthA);
        PatientVector b = region.b().times(1 / lengthB);
        var index = new Index[3];
        for (int axis = 0; axis < 3; axis++) {
            PatientVector gradient =
                    switch (axis) {
                        case 0 -> stretch.gradientI();
                        case 1 -> stretch.gradientJ();
                        default -> stretch.gradientK();
                    };
            index[axis] =
                    new Index(
                            gradient.dot(fromBase) + (axis == 2 ? stretch.firstK() : 0),
                            gradient.dot(a),
                            gradient.dot(b),
                            axis == 2 ? stretch.lowestK() : -0.5,
                            axis == 2
                                    ? stretch.highestK()
                                    : (axis == 0 ? size.i() : size.j()) - 0.5);
        }
        int across = 0;
        double best = -1;
        for (int axis = 0; axis < 3; axis++) {
            double det = Math.abs(determinant(index[(axis + 1) % 3], index[(axis + 2) % 3]));
            if (det > best * (1 + 1e-9)) {
                best = det;
                across = axis;
            }
        }
        columns(index, across, visitor);
    }

    private static double determinant(Index p, Index q) {
        return p.perA * q.perB - p.perB * q.perA;
    }

    private void columns(Index[] index, int across, CutVisitor visitor) {
        Index p = index[(across + 1) % 3];
        Index q = index[(across + 2) % 3];
        Index r = index[across];
        double det = determinant(p, q);
        double perP = level((r.perA * q.perB - r.perB * q.perA) / det);
        double perQ = level((r.perB * p.perA - r.perA * p.perB) / det);
        double reach = (Math.abs(perP) + Math.abs(perQ)) / 2;
        int lastP = last(p);
        int lastQ = last(q);
        var at = new int[3];
        var piece = new CellCut();
        for (int cq = first(q); cq <= lastQ; cq++) {
            double lowQ = Math.max(-0.5, q.low - cq);
            double highQ = Math.min(0.5, q.high - cq);
            for (int cp = first(p); cp <= lastP; cp++) {
                double lowP = Math.max(-0.5, p.low - cp);
                double highP = Math.min(0.5, p.high - cp);
                double dp = cp - p.at;
                double dq = cq - q.at;
                double a = (dp * q.perB - dq * p.perB) / det;
                double b = (dq * p.perA - dp * q.perA) / det;
                double middle = r.at + r.perA * a + r.perB * b;
                middle = reach == 0 ? onFace(middle) : middle;
                int lastR = (int) Math.floor(Math.min(middle + reach, r.high) + 0.5);
                for (int cr = (int) Math.floor(Math.max(middle - reach, r.low) + 0.5);
                        cr <= lastR;
                        cr++) {
                    if (!isIn(cr, across)) {
                        continue;
                    }
                    piece.begin(lowP, highP, lowQ, highQ);
                    double low = Math.max(cr - 0.5, r.low);
                    double high = Math.min(cr + 0.5, r.high);
                    if (!(middle - reach >= low && middle + reach < high)) {
                        piece.clip(middle - low, perP, perQ);
                        piece.clip(high - middle, -perP, -perQ);
                    }
                    if ((reach > 0 || middle < high) && piece.measure()) {
                        at[across] = cr;
                        at[(across + 1) % 3] = cp;
                        at[(across + 2) % 3] = cq;
                        double s = piece.middleP();
                        double t = piece.middleQ();
                        visitor.cut(
                                at[0],
                                at[1],
                                at[2],
                                piece.area() / Math.abs(det),
                                a + (s * q.perB - t * p.perB) / det,
                                b + (t * p.perA - s * q.perA) / det);
                    }
                }
            }
        }
    }

    private boolean isIn(int index, int axis) {
        int count = axis == 0 ? size.i() : axis == 1 ? size.j() : size.k();
        return index >= 0 && index < count;
    }

    private int first(Index index) {
        double least = index.at - Math.abs(index.perA) * lengthA - Math.abs(index.perB) * lengthB;
        return (int) Math.floor(Math.max(least, index.low) + 0.5);
    }

    private int last(Index index) {
        double most = index.at + Math.abs(index.perA) * lengthA + Math.abs(index.perB) * lengthB;
        return (int) Math.ceil(Math.min(most, index.high) - 0.5);
    }

    /// A plane along the cells that lies between two of them to a rounding error belongs to the higher one.
    private static double onFace(double index) {
        double face = Math.rint(2 * index) / 2;
        return Math.abs(index - face) < LEVEL ? face : index;
    }

    private static double level(double slope) {
        return Math.abs(slope) < LEVEL ? 0 : slope;
    }
}
