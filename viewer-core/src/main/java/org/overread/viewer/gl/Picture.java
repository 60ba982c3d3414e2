// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES3;
import com.jogamp.opengl.GL3;
import java.nio.IntBuffer;

/// The picture that layers are drawn over one by one: each reads the picture so far and draws the next. GL thread only.
final class Picture {
    private static final float[] CLEAR = new float[4];

    private final GL3 gl;
    private final int[] vertices = new int[1];
    private Target soFar;
    private Target next;

    Picture(GL3 gl) {
        this.gl = gl;
        soFar = new Target(gl, DataTexture.Texels.COLOUR);
        next = new Target(gl, DataTexture.Texels.COLOUR);
        gl.glGenVertexArrays(1, vertices, 0);
        gl.glBindVertexArray(vertices[0]);
    }

    /// All of it transparent.
    void begin(int width, int height) {
        next.begin(width, height);
        soFar.begin(width, height);
        gl.glClearBufferfv(GL2ES3.GL_COLOR, 0, CLEAR, 0);
    }

    /// Lets a layer's shader read the picture so far and fill the next.
    void draw(Shader shader, String below, int unit, int width, int height) {
        shader.set(below, unit);
        soFar.bind(unit);
        next.begin(width, height);
        fill();
        Target drawn = next;
        next = soFar;
        soFar = drawn;
    }

    /// Every pixel of the current target by the shader in use.
    void fill() {
        gl.glDrawArrays(GL.GL_TRIANGLES, 0, 3);
    }

    void read(IntBuffer pixels, int width, int height) {
        soFar.read(width, height, pixels);
    }

    void delete() {
        soFar.delete();
        next.delete();
        gl.glDeleteVertexArrays(1, vertices, 0);
    }
}
