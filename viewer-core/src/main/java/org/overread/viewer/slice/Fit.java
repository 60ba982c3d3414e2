// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// A plane, moved within itself, and the pixels with which a picture of it shows a whole volume.
public record Fit(SlicePlane plane, Raster raster) {

    /// The largest picture in which nothing of the volume is cut off at any depth of the plane.
    public static Fit whole(VolumeGeometry geometry, SlicePlane plane, int width, int height) {
        Extent across = Extent.of(geometry, plane.center(), plane.right());
        Extent along = Extent.of(geometry, plane.center(), plane.down());
        double pixelMm = Math.max(across.length() / width, along.length() / height);
        PatientPoint center =
                plane.center()
                        .plus(plane.right().times(across.middle()))
                        .plus(plane.down().times(along.middle()));
        return new Fit(plane.withCenter(center), new Raster(width, height, pixelMm));
    }

    /// From where to where a volume reaches along a direction, whole voxels included; millimetres from a point.
    public record Extent(double low, double high) {

        public static Extent of(
                VolumeGeometry geometry, PatientPoint from, PatientVector direction) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            int slices = geometry.size().k();
            double halfI = direction.dot(geometry.iStep()) / 2;
            double halfJ = direction.dot(geometry.jStep()) / 2;
            double i = (geometry.size().i() - 1) * halfI;
            double j = (geometry.size().j() - 1) * halfJ;
            double reach = geometry.size().i() * Math.abs(halfI);
            reach += geometry.size().j() * Math.abs(halfJ);
            for (int k = -1; k <= slices; k++) { // uneven stacks may bulge between their ends
                double inside = Math.clamp(k, -0.5, slices - 0.5);
                double middle =
                        geometry.slices().originAt(inside).from(from).dot(direction) + i + j;
                low = Math.min(low, middle - reach);
                high = Math.max(high, middle + reach);
            }
            return new Extent(low, high);
        }

        public double length() {
            return high - low;
        }

        public double middle() {
            return (low + high) / 2;
        }
    }
}
