// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.line;

/// Finds out what would draw the pictures on this machine, such as `OpenGL 4.5, llvmpipe` or `CPU`.
@FunctionalInterface
public interface RendererProbe {
    String find();
}
