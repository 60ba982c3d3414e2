// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.overread.app.store.StoredLabels;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.mask.measure.MaskStatistics;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// How two versions differ: how much of each structure, and where.
///
/// @param changed structures that are not the same in both
/// @param places connected regions that only one of the two has, the largest first
record Differences(List<Changed> changed, List<Place> places) {
    private static final int MOST_OF_A_STRUCTURE = 40;

    Differences {
        changed = List.copyOf(changed);
        places = List.copyOf(places);
    }

    /// A structure: voxels and millilitres that only the second version has, and that only the first one has.
    record Changed(int segment, String structure, Amount added, Amount removed) {}

    /// Of voxels.
    record Amount(long voxels, double ml) {
        static Amount of(Mask mask, VolumeGeometry grid) {
            return new Amount(mask.count(), MaskStatistics.of(mask, grid).volumeMm3() / 1000);
        }
    }

    /// Which of the two has the region.
    enum Kind {
        ADDED,
        REMOVED
    }

    /// A region. `at` is a voxel of it, near its middle.
    record Place(int segment, String structure, Kind kind, Amount amount, PatientPoint at) {}

    /// Computes on the crew's threads.
    static Differences between(
            List<StoredLabels.Segment> before,
            List<StoredLabels.Segment> after,
            VolumeGeometry grid,
            Crew crew) {
        var names = new TreeMap<Integer, String>();
        var old = new TreeMap<Integer, Mask>();
        var now = new TreeMap<Integer, Mask>();
        for (StoredLabels.Segment segment : before) {
            old.put(segment.said().number(), segment.mask());
            names.put(segment.said().number(), segment.said().name());
        }
        for (StoredLabels.Segment segment : after) {
            now.put(segment.said().number(), segment.mask());
            names.put(segment.said().number(), segment.said().name());
        }
        Mask none = Mask.empty(grid.size());
        var changed = new ArrayList<Changed>();
        var places = new ArrayList<Place>();
        names.forEach(
                (number, name) -> {
                    Mask a = old.getOrDefault(number, none);
                    Mask b = now.getOrDefault(number, none);
                    if (!a.equals(b)) {
                        Mask added = b.minus(a);
                        Mask removed = a.minus(b);
                        changed.add(
                                new Changed(
                                        number,
                                        name,
                                        Amount.of(added, grid),
                                        Amount.of(removed, grid)));
                        add(places, number, name, Kind.ADDED, parts(added, crew), grid);
                        add(places, number, name, Kind.REMOVED, parts(removed, crew), grid);
                    }
                });
        places.sort(Comparator.comparingLong((Place place) -> place.amount().voxels()).reversed());
        return new Differences(changed, places);
    }

    private static void add(
            List<Place> places,
            int number,
            String name,
            Kind kind,
            List<Mask> parts,
            VolumeGeometry grid) {
        for (Mask part : parts) {
            inside(part)
                    .map(grid::toPatient)
                    .ifPresent(
                            at ->
                                    places.add(
                                            new Place(
                                                    number,
                                                    name,
                                                    kind,
                                                    Amount.of(part, grid),
                                                    at)));
        }
    }

    private static List<Mask> parts(Mask mask, Crew crew) {
        return mask.isEmpty()
                ? List.of()
                : Components.of(mask, Connectivity.CORNERS, crew).split(MOST_OF_A_STRUCTURE, crew);
    }

    /// The voxel of the mask that is nearest to the middle of its box.
    private static Optional<VoxelPoint> inside(Mask mask) {
        Optional<VoxelBox> bounds = mask.bounds();
        if (bounds.isEmpty()) {
            return Optional.empty();
        }
        VoxelBox box = bounds.get();
        double x = (box.lowI() + box.highI()) / 2.0;
        double y = (box.lowJ() + box.highJ()) / 2.0;
        double z = (box.lowK() + box.highK()) / 2.0;
        VoxelPoint best = new VoxelPoint(box.lowI(), box.lowJ(), box.lowK());
        double least = Double.MAX_VALUE;
        for (int k = box.lowK(); k <= box.highK(); k++) {
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                for (int i = box.lowI(); i <= box.highI(); i++) {
                    double away = (i - x) * (i - x) + (j - y) * (j - y) + (k - z) * (k - z);
                    if (away < least && mask.contains(i, j, k)) {
                        least = away;
                        best = new VoxelPoint(i, j, k);
                    }
                }
            }
        }
        return Optional.of(best);
    }
}
