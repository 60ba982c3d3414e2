// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import org.overread.viewer.volume.Volume;

/// All that one picture depends on.
public record SliceScene(
        Volume volume,
        SlicePlane plane,
        Raster raster,
        Window window,
        Interpolation interpolation) {}
