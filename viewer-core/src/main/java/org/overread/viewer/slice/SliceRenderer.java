// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

/// Draws scenes. One thread at a time uses a renderer.
public interface SliceRenderer extends AutoCloseable {

    /// What a person is told draws the pictures, such as `CPU` or `OpenGL 4.5, llvmpipe`.
    String name();

    /// Fills `target`, whose size is that of the scene's raster. Pixels outside the volume become transparent.
    void render(SliceScene scene, SliceImage target);

    @Override
    void close();
}
