// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.PlaneRaster;
import org.overread.segmentation.draw.PlaneSlab;
import org.overread.segmentation.draw.RowSpan;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// What a mask has on a plane, as outlines that people can edit: one around each part and one around each hole.
///
/// On a plane along the grid [ContourScan] makes the very same voxels of them. On an oblique plane they run between the
/// places that lie in voxels of the mask and those that do not, as the plane is seen, to half a smallest voxel.
public final class SliceOutlines {
    private static final double COARSEST =
            0.5; // of the smallest step, which a rim is from every centre
    private static final int TRIES = 5;

    private SliceOutlines() {}

    /// Outlines with no more points than they need to enclose the voxels that they come from.
    public static List<Contour> of(VolumeGeometry geometry, PlaneFrame plane, Mask mask) {
        Optional<VoxelBox> bounds = mask.bounds();
        if (bounds.isEmpty()) {
            return List.of();
        }
        var raster = PlaneRaster.around(geometry, plane, bounds.get());
        List<Contour> exact = exact(raster, mask);
        double coarse = COARSEST * Math.min(raster.columnMm(), raster.rowMm());
        if (!raster.isOfVoxels()) {
            return exact.stream().map(c -> Simplify.closed(c, coarse / 2)).toList();
        }
        Mask truth = onPlane(geometry, plane, mask);
        for (int n = 0; n < TRIES; n++) {
            double tolerance = coarse / (1 << n);
            List<Contour> simple = exact.stream().map(c -> Simplify.closed(c, tolerance)).toList();
            if (ContourScan.of(geometry, simple).equals(truth)) {
                return simple;
            }
        }
        return exact;
    }

    /// The voxels of a mask that a plane passes through: what a contour on it adds to or takes from.
    public static Mask onPlane(VolumeGeometry geometry, PlaneFrame plane, Mask mask) {
        return within(PlaneSlab.of(geometry, plane), mask);
    }

    /// The voxels of a mask that lie in a slab.
    public static Mask within(PlaneSlab slab, Mask mask) {
        MaskEdit edit = Mask.empty(mask.size()).edit();
        Optional<VoxelBox> bounds = mask.bounds();
        if (bounds.isPresent()) {
            VoxelBox box = bounds.get();
            for (int k = box.lowK(); k <= box.highK(); k++) {
                PlaneSlab.Slice slice = slab.slice(k);
                for (int j = box.lowJ(); j <= box.highJ(); j++) {
                    RowSpan row = slab.row(slice, j).and(new RowSpan(box.lowI(), box.highI()));
                    for (int i = row.low(); i <= row.high(); i++) {
                        if (mask.contains(i, j, k)) {
                            edit.set(i, j, k);
                        }
                    }
                }
            }
        }
        return edit.mask();
    }

    private static List<Contour> exact(PlaneRaster raster, Mask mask) {
        var places = new BitSet(raster.width() * raster.height());
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                VoxelPoint at = raster.voxel(x, y);
                if (mask.contains(nearest(at.i()), nearest(at.j()), nearest(at.k()))) {
                    places.set(y * raster.width() + x);
                }
            }
        }
        var contours = new ArrayList<Contour>();
        var rims = Rims.of(raster.width(), raster.height(), places, Rims.Corners.APART);
        for (List<Rims.Between> rim : rims) {
            var points = new ArrayList<PlanePoint>();
            for (Rims.Between pair : rim) {
                points.add(
                        raster.toPlane(
                                (pair.x() + pair.otherX()) / 2.0,
                                (pair.y() + pair.otherY()) / 2.0));
            }
            contours.add(new Contour(raster.plane(), points));
        }
        return contours;
    }

    private static int nearest(double index) {
        return (int) Math.floor(index + 0.5);
    }
}
