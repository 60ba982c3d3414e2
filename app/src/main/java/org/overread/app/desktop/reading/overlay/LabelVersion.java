// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.overlay;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// One version of the labels of a volume: the mask of each structure on one grid, with their names and colours.
public record LabelVersion(String title, VolumeGeometry geometry, List<Structure> structures) {

    /// A label: `rgb` is 0xRRGGBB.
    public record Structure(String name, int rgb, Mask mask) {

        DrawnLabel drawn(double fillOpacity, int outlinePx) {
            return new DrawnLabel(mask, LabelStyle.of(rgb, fillOpacity, outlinePx));
        }
    }

    public LabelVersion {
        structures = List.copyOf(structures);
    }

    /// The uppermost structure whose voxel holds a point of the labels' own space.
    public Optional<String> structureAt(PatientPoint point) {
        VoxelPoint voxel = geometry.toVoxel(point);
        int i = (int) Math.rint(voxel.i());
        int j = (int) Math.rint(voxel.j());
        int k = (int) Math.rint(voxel.k());
        if (!geometry.size().contains(i, j, k)) {
            return Optional.empty();
        }
        return IntStream.iterate(structures.size() - 1, n -> n >= 0, n -> n - 1)
                .mapToObj(structures::get)
                .filter(structure -> structure.mask().contains(i, j, k))
                .findFirst()
                .map(Structure::name);
    }
}
