// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.surface;

import java.util.concurrent.atomic.LongAdder;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.VolumeGeometry;

/// The voxels within a closed surface: those to whose centre a row of voxels has crossed it an odd number of times. A
/// centre on the surface belongs where the surface leaves it on its high side, so that bodies that touch share no voxel.
/// Which way triangles face does not matter; where a surface overlaps itself, parity decides.
///
/// Costs the triangles, and a bit for each voxel of the box around them.
public final class SurfaceVoxels {
    private final SliceFrame frame;
    private final double[] points;
    private final int[] corners;
    private final LongAdder openRows = new LongAdder();

    private SurfaceVoxels(SliceFrame frame, int[] corners) {
        this.frame = frame;
        this.corners = corners;
        points = frame.points();
    }

    /// What came of a surface.
    public sealed interface Outcome {
        record Filled(Mask mask) implements Outcome {}

        /// So many rows of voxels enter the surface and never leave it: it has a hole.
        record Open(long rows) implements Outcome {}
    }

    public static Outcome of(Mesh mesh, VolumeGeometry geometry, Crew crew) {
        SliceFrame frame = SliceFrame.of(mesh.points(), geometry);
        return new SurfaceVoxels(frame, mesh.corners()).filled(crew);
    }

    /// Of a surface of ours, on its own grid.
    public static Outcome of(Surface surface, GridSize size, Crew crew) {
        int coordinates = 0;
        for (Triangles block : surface.blocks().values()) {
            coordinates += block.points().length;
        }
        var points = new double[coordinates];
        var corners = new int[Math.toIntExact(3 * surface.triangles())];
        int at = 0;
        int corner = 0;
        for (Triangles block : surface.blocks().values()) {
            int first = at / 3;
            for (float coordinate : block.points()) {
                points[at++] = coordinate;
            }
            for (int point : block.corners()) {
                corners[corner++] = first + point;
            }
        }
        return new SurfaceVoxels(SliceFrame.of(points, size), corners).filled(crew);
    }

    private Outcome filled(Crew crew) {
        SliceTriangles bySlice = SliceTriangles.of(frame, corners);
        GridSize size = frame.size();
        if (bySlice.isEmpty()) {
            return new Outcome.Filled(Mask.empty(size));
        }
        int first = bySlice.firstSlice();
        var rows = new CrossedRows[bySlice.lastSlice() - first + 1];
        crew.each(rows.length, n -> rows[n] = slice(first + n, bySlice));
        if (openRows.sum() > 0) {
            return new Outcome.Open(openRows.sum());
        }
        var box = new VoxelBox(0, 0, first, size.i() - 1, size.j() - 1, bySlice.lastSlice());
        return new Outcome.Filled(
                MaskRows.of(
                        size,
                        box,
                        (i, j, k, _) ->
                                k < first || k > box.highK() ? 0 : rows[k - first].bits(i, j),
                        crew));
    }

    private CrossedRows slice(int k, SliceTriangles bySlice) {
        var rows = new CrossedRows(frame.size());
        var cut = new double[4];
        for (int n = bySlice.begin(k); n < bySlice.begin(k + 1); n++) {
            int t = 3 * bySlice.triangle(n);
            int found = 0;
            for (int c = 0; c < 3; c++) {
                found = crossing(corners[t + c], corners[t + (c + 1) % 3], k, cut, found);
            }
            rows.cross(cut[0], cut[1], cut[2], cut[3]);
        }
        openRows.add(rows.fill());
        return rows;
    }

    /// Where an edge passes the slice: the same number for both triangles that have it.
    private int crossing(int a, int b, int k, double[] cut, int found) {
        double height = frame.height(k);
        boolean rises = points[3 * a + 2] < height;
        if (rises == points[3 * b + 2] < height) {
            return found;
        }
        int low = 3 * (rises ? a : b);
        int high = 3 * (rises ? b : a);
        double part = (height - points[low + 2]) / (points[high + 2] - points[low + 2]);
        double i = points[low] + part * (points[high] - points[low]);
        double j = points[low + 1] + part * (points[high + 1] - points[low + 1]);
        cut[2 * found] = frame.column(i, k);
        cut[2 * found + 1] = frame.row(j, k);
        return found + 1;
    }
}
