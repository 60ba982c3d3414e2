// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.neck;

import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.VoxelVolumes;
import org.overread.segmentation.tool.bits.Bits;
import org.overread.segmentation.tool.graphcut.GridCut;
import org.overread.segmentation.tool.local.LocalBox;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.work.CancelToken;

/// The smallest surface, made of faces of voxels, that parts two ends of a passage: the cheapest cut of a graph whose
/// pipes are as wide as the faces.
final class NarrowestCut {
    private static final int END = 1 << 28;

    private final VolumeGeometry geometry;
    private final LocalBox box;
    private final Bits home;
    private final Bits far;
    private final Bits passage;
    private final GridCut graph;
    private final double[] areas; // of faces across i, j and k, mm²
    private final Bits layer;
    private final double[] middle = new double[3];
    private PatientVector vectorArea = new PatientVector(0, 0, 0);
    private double faceArea;

    /// `passage` lies between `home` and `far` and is not empty.
    NarrowestCut(VolumeGeometry geometry, Bits home, Bits far, Bits passage, CancelToken cancel) {
        this.geometry = geometry;
        this.home = home;
        this.far = far;
        this.passage = passage;
        GridSize size = geometry.size();
        box = new LocalBox(BitSets.bounds(passage).grown(1, 1, 1, size), size);
        double thick = new VoxelVolumes(geometry).ofSlice(box.box().lowK());
        double slice = geometry.iStep().cross(geometry.jStep()).length();
        areas = new double[] {thick / geometry.spacingI(), thick / geometry.spacingJ(), slice};
        graph = new GridCut(Math.toIntExact(box.count()), box.faces());
        join();
        graph.run(cancel);
        layer = new Bits(size);
        findFaces();
    }

    private boolean takesPart(int i, int j, int k) {
        return geometry.size().contains(i, j, k)
                && box.contains(i, j, k)
                && (passage.contains(i, j, k) || home.contains(i, j, k) || far.contains(i, j, k));
    }

    private void join() {
        double largest = Math.max(areas[0], Math.max(areas[1], areas[2]));
        VoxelBox b = box.box();
        for (int k = b.lowK(); k <= b.highK(); k++) {
            for (int j = b.lowJ(); j <= b.highJ(); j++) {
                for (int i = b.lowI(); i <= b.highI(); i++) {
                    if (takesPart(i, j, k)) {
                        int n = box.at(i, j, k);
                        if (home.contains(i, j, k)) {
                            graph.tie(n, END, 0);
                        } else if (far.contains(i, j, k)) {
                            graph.tie(n, 0, END);
                        }
                        for (int axis = 0; axis < 3; axis++) {
                            if (takesPart(
                                    i + (axis == 0 ? 1 : 0),
                                    j + (axis == 1 ? 1 : 0),
                                    k + (axis == 2 ? 1 : 0))) {
                                double share = areas[axis] / largest;
                                graph.join(
                                        n,
                                        2 * axis + 1,
                                        (int) Math.max(1, share * GridCut.LARGEST));
                            }
                        }
                    }
                }
            }
        }
    }

    private void findFaces() {
        PatientVector[] across = {
            normal(geometry.jStep(), geometry.kStep(0), geometry.iStep()),
            normal(geometry.kStep(0), geometry.iStep(), geometry.jStep()),
            normal(geometry.iStep(), geometry.jStep(), geometry.kStep(0))
        };
        VoxelBox b = box.box();
        for (int k = b.lowK(); k <= b.highK(); k++) {
            for (int j = b.lowJ(); j <= b.highJ(); j++) {
                for (int i = b.lowI(); i <= b.highI(); i++) {
                    if (takesPart(i, j, k)) {
                        face(i, j, k, 0, i + 1, j, k, across);
                        face(i, j, k, 1, i, j + 1, k, across);
                        face(i, j, k, 2, i, j, k + 1, across);
                    }
                }
            }
        }
    }

    private static PatientVector normal(PatientVector a, PatientVector b, PatientVector along) {
        PatientVector normal = a.cross(b).unit();
        return normal.dot(along) < 0 ? normal.negated() : normal;
    }

    private void face(
            int i, int j, int k, int axis, int toI, int toJ, int toK, PatientVector[] across) {
        if (!takesPart(toI, toJ, toK)) {
            return;
        }
        boolean here = isAtHome(i, j, k);
        boolean there = isAtHome(toI, toJ, toK);
        if (here != there) {
            double area = areas[axis];
            vectorArea = vectorArea.plus(across[axis].times(here ? area : -area));
            faceArea += area;
            middle[0] += area * (i + toI) / 2.0;
            middle[1] += area * (j + toJ) / 2.0;
            middle[2] += area * (k + toK) / 2.0;
            if (here) {
                layer.set(toI, toJ, toK);
            } else {
                layer.set(i, j, k);
            }
        }
    }

    /// Whether a voxel that takes part is on the seeds' side.
    private boolean isAtHome(int i, int j, int k) {
        return graph.isOnSourceSide(box.at(i, j, k));
    }

    /// The voxels beyond the cut that touch it.
    Bits layer() {
        return layer;
    }

    VoxelPoint middle() {
        return new VoxelPoint(middle[0] / faceArea, middle[1] / faceArea, middle[2] / faceArea);
    }

    /// The area of the section across the passage, mm². Faces of voxels make a staircase that is larger; what flows
    /// through it along the passage is not.
    double area() {
        PatientPoint place = geometry.toPatient(middle());
        double reach = 2 * Math.sqrt(faceArea) + geometry.spacingK();
        double[] sums = new double[8];
        VoxelBox b = box.box();
        for (int k = b.lowK(); k <= b.highK(); k++) {
            for (int j = b.lowJ(); j <= b.highJ(); j++) {
                for (int i = b.lowI(); i <= b.highI(); i++) {
                    if (takesPart(i, j, k)) {
                        PatientVector from =
                                geometry.toPatient(new VoxelPoint(i, j, k)).from(place);
                        if (from.length() <= reach) {
                            int side = isAtHome(i, j, k) ? 0 : 4;
                            sums[side] += from.x();
                            sums[side + 1] += from.y();
                            sums[side + 2] += from.z();
                            sums[side + 3]++;
                        }
                    }
                }
            }
        }
        var way =
                new PatientVector(
                        sums[4] / sums[7] - sums[0] / sums[3],
                        sums[5] / sums[7] - sums[1] / sums[3],
                        sums[6] / sums[7] - sums[2] / sums[3]);
        double along = way.length() > 0 ? Math.abs(vectorArea.dot(way.unit())) : 0;
        return along > 0 ? along : faceArea;
    }
}
