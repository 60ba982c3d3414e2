// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientTransform;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// Where a box of voxels of labels can be seen in the picture of a thin plane: a little more than it covers, never less.
final class Shadow {
    private static final double TIE_MM = 1e-3; // planes between two voxels go by rounding

    private final SlicePlane plane;
    private final Raster raster;
    private final VolumeGeometry geometry;
    private final PatientTransform toBase;
    private final double reach; // voxels beyond its own centre by which one is seen

    private double left = Double.POSITIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;
    private double nearest = Double.POSITIVE_INFINITY;
    private double farthest = Double.NEGATIVE_INFINITY;

    Shadow(SliceScene scene, Labels labels) {
        plane = scene.plane();
        raster = scene.raster();
        geometry = labels.geometry();
        toBase = labels.joined().toOverlay().inverse();
        reach =
                switch (labels.edges()) {
                    case VOXELS -> 0.5;
                    case SMOOTH -> 1;
                };
    }

    /// `outlinePx`: how far from a pixel that changes others look at it.
    PixelBox of(ChangedVoxels voxels, int outlinePx) {
        add(voxels, voxels.fromK() - reach);
        for (int k = voxels.fromK(); k <= voxels.toK(); k++) { // slices may lie unevenly
            add(voxels, k);
        }
        add(voxels, voxels.toK() + reach);
        if (nearest > TIE_MM || farthest < -TIE_MM) {
            return PixelBox.NONE;
        }
        int margin = outlinePx + 1;
        return new PixelBox(
                pixel(Math.floor(left) - margin, raster.width()),
                pixel(Math.floor(top) - margin, raster.height()),
                pixel(Math.ceil(right) + margin + 1, raster.width()),
                pixel(Math.ceil(bottom) + margin + 1, raster.height()));
    }

    private static int pixel(double at, int count) {
        return (int) Math.clamp(at, 0, (double) count);
    }

    private void add(ChangedVoxels voxels, double k) {
        add(new VoxelPoint(voxels.fromI() - reach, voxels.fromJ() - reach, k));
        add(new VoxelPoint(voxels.toI() + reach, voxels.fromJ() - reach, k));
        add(new VoxelPoint(voxels.fromI() - reach, voxels.toJ() + reach, k));
        add(new VoxelPoint(voxels.toI() + reach, voxels.toJ() + reach, k));
    }

    private void add(VoxelPoint corner) {
        PatientPoint point = toBase.apply(geometry.toPatient(corner));
        PatientVector offset = point.from(plane.center());
        double column = offset.dot(plane.right()) / raster.pixelMm() + (raster.width() - 1) / 2.0;
        double row = offset.dot(plane.down()) / raster.pixelMm() + (raster.height() - 1) / 2.0;
        double depth = offset.dot(plane.normal());
        left = Math.min(left, column);
        right = Math.max(right, column);
        top = Math.min(top, row);
        bottom = Math.max(bottom, row);
        nearest = Math.min(nearest, depth);
        farthest = Math.max(farthest, depth);
    }
}
