// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import java.util.List;
import org.overread.viewer.slice.Raster;

/// All that one picture of the body in three dimensions depends on.
///
/// `pace` tells how finely rays are followed. Cuts take from the volume and from the meshes.
public record SpaceScene(
        SpaceVolume volume,
        SpaceLook look,
        SpaceView view,
        Raster raster,
        Pace pace,
        List<Cut> cuts,
        List<SpaceMesh> meshes) {

    /// How finely rays are followed.
    public enum Pace {
        /// A sample every two voxels and light from the nearest ones: for while things move.
        MOVING,
        /// At least a sample a voxel, thick slices in several steps, and smooth light.
        SHARP
    }

    public SpaceScene {
        cuts = List.copyOf(cuts);
        meshes = List.copyOf(meshes);
    }
}
