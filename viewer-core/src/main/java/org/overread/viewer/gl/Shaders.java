// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL3;
import java.util.HashMap;
import java.util.Map;

/// The shaders compiled so far. GL thread only.
final class Shaders {
    private final GL3 gl;
    private final Map<ShaderVariant, Shader> compiled = new HashMap<>();

    Shaders(GL3 gl) {
        this.gl = gl;
    }

    /// In use from now on.
    Shader use(ShaderVariant wanted) {
        Shader shader = compiled.computeIfAbsent(wanted, variant -> new Shader(gl, variant));
        shader.use();
        return shader;
    }

    void delete() {
        compiled.values().forEach(Shader::delete);
    }
}
