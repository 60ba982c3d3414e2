// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.volume.SliceStack;

/// What is fixed when the shader is compiled; the names are those its text asks for.
record ShaderVariant(Interpolation interpolation, String depth, String stack) {

    static ShaderVariant of(SliceScene scene) {
        String depth = scene.slab().isThin() ? "THIN" : scene.slab().mode().name();
        String stack =
                switch (scene.volume().geometry().slices()) {
                    case SliceStack.Even _ -> "EVEN";
                    case SliceStack.Table _ -> "TABLE";
                };
        return new ShaderVariant(scene.interpolation(), depth, stack);
    }

    String defines() {
        return "#version 330 core\n#define %s\n#define %s\n#define %s\n"
                .formatted(interpolation, depth, stack);
    }
}
