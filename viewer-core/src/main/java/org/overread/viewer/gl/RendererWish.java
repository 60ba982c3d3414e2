// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

/// What a person or a start option asks to be drawn with.
public enum RendererWish {
    /// Whatever is fastest here.
    AUTOMATIC,
    /// The processor, even where there is a GPU.
    CPU,
    /// OpenGL, even where the processor would be faster.
    GL
}
