// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import java.util.List;
import java.util.Locale;

/// What draws, in its driver's words, and how many voxels a side a texture may have.
public record GlDevice(String vendor, String renderer, String version, int max3dTexture) {
    private static final List<String> SOFTWARE =
            List.of("llvmpipe", "softpipe", "swiftshader", "software", "gdi generic", "warp");

    /// Whether the processor does a GPU's work.
    public boolean isSoftware() {
        String name = renderer.toLowerCase(Locale.ROOT);
        return SOFTWARE.stream().anyMatch(name::contains);
    }

    /// Such as `OpenGL 4.5 (Core Profile) Mesa 22.3.6, llvmpipe (LLVM 15.0.6, 256 bits)`.
    public String description() {
        return "OpenGL " + version + ", " + renderer;
    }
}
