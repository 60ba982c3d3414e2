// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import org.overread.viewer.volume.Volume;

/// Draws scenes. One thread at a time uses a renderer.
public interface SliceRenderer extends AutoCloseable {

    /// What a person is told draws the pictures, such as `CPU` or `OpenGL 4.5, llvmpipe`.
    String name();

    /// Fills `target`, whose size is that of the scene's raster. Pixels outside the volume become transparent.
    void render(SliceScene scene, SliceImage target);

    /// The same, where the target shows the scene already, or another one whose picture differs in no pixel beyond `part`.
    /// A renderer may draw more than that.
    default void render(SliceScene scene, SliceImage target, PixelBox part) {
        if (!part.isEmpty()) {
            render(scene, target);
        }
    }

    /// The values themselves of a base image of numbers, row after row from the top; what lies outside it is NaN.
    float[] sample(SliceScene scene);

    /// Says that a loader has written a slice of a volume that may have been drawn already. Any thread.
    default void sliceChanged(Volume volume, int k) {}

    /// Frees what the renderer keeps of a volume; drawing it again later is possible. Any thread.
    default void forget(Volume volume) {}

    @Override
    void close();
}
