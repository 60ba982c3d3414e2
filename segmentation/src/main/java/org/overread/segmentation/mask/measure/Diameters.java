// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// The longest line in a slice between centres of voxels of a mask, and how wide the mask is in that slice across it, as
/// RECIST asks for: millimetres. Of equal slices the first counts.
public record Diameters(
        int slice, double longAxisMm, double shortAxisMm, PatientPoint from, PatientPoint to) {

    private record Spot(double x, double y, int i, int j) {}

    /// Empty for the empty mask.
    public static Optional<Diameters> of(Mask mask, VolumeGeometry geometry) {
        Optional<VoxelBox> bounds = mask.bounds();
        Diameters best = null;
        if (bounds.isPresent()) {
            for (int k = bounds.get().lowK(); k <= bounds.get().highK(); k++) {
                List<Spot> hull = hull(ends(mask, bounds.get(), k, geometry));
                if (!hull.isEmpty()) {
                    Diameters here = across(hull, k, geometry);
                    if (best == null || here.longAxisMm > best.longAxisMm) {
                        best = here;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /// The first and last voxel of every row: the corners of the hull are among them. In millimetres within the slice,
    /// along the rows and across them, so that slices whose axes are not perpendicular are measured as they are.
    private static List<Spot> ends(Mask mask, VoxelBox box, int k, VolumeGeometry geometry) {
        PatientVector alongRow = geometry.iStep().unit();
        PatientVector across = geometry.normal().cross(alongRow);
        double jAlong = geometry.jStep().dot(alongRow);
        double jAcross = geometry.jStep().dot(across);
        var spots = new ArrayList<Spot>();
        for (int j = box.lowJ(); j <= box.highJ(); j++) {
            int first = box.lowI();
            while (first <= box.highI() && !mask.contains(first, j, k)) {
                first++;
            }
            int last = box.highI();
            while (last >= first && !mask.contains(last, j, k)) {
                last--;
            }
            for (int i : first == last ? new int[] {first} : new int[] {first, last}) {
                if (i <= box.highI() && i >= first && last >= first) {
                    spots.add(new Spot(i * geometry.spacingI() + j * jAlong, j * jAcross, i, j));
                }
            }
        }
        return spots;
    }

    /// Andrew's monotone chain.
    private static List<Spot> hull(List<Spot> spots) {
        if (spots.size() < 3) {
            return spots;
        }
        var sorted = new ArrayList<>(spots);
        sorted.sort(Comparator.comparingDouble(Spot::x).thenComparingDouble(Spot::y));
        var hull = new ArrayList<Spot>();
        for (int half = 0; half < 2; half++) {
            int start = hull.size();
            for (Spot spot : half == 0 ? sorted : sorted.reversed()) {
                while (hull.size() >= start + 2
                        && turn(hull.get(hull.size() - 2), hull.getLast(), spot) <= 0) {
                    hull.removeLast();
                }
                hull.add(spot);
            }
            hull.removeLast();
        }
        return hull;
    }

    private static double turn(Spot a, Spot b, Spot c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    }

    private static Diameters across(List<Spot> hull, int k, VolumeGeometry geometry) {
        Spot from = hull.getFirst();
        Spot to = from;
        double longest = 0;
        for (int a = 0; a < hull.size(); a++) {
            for (int b = a + 1; b < hull.size(); b++) {
                double mm =
                        Math.hypot(hull.get(b).x - hull.get(a).x, hull.get(b).y - hull.get(a).y);
                if (mm > longest) {
                    longest = mm;
                    from = hull.get(a);
                    to = hull.get(b);
                }
            }
        }
        double least = 0;
        double most = 0;
        if (longest > 0) {
            double normalX = -(to.y - from.y) / longest;
            double normalY = (to.x - from.x) / longest;
            for (Spot spot : hull) {
                double mm = (spot.x - from.x) * normalX + (spot.y - from.y) * normalY;
                least = Math.min(least, mm);
                most = Math.max(most, mm);
            }
        }
        return new Diameters(
                k,
                longest,
                most - least,
                geometry.toPatient(new VoxelPoint(from.i, from.j, k)),
                geometry.toPatient(new VoxelPoint(to.i, to.j, k)));
    }
}
