// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL3;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Numbers for a shader, fetched one by one, never filtered. GL thread only.
final class DataTexture {
    /// Lines of numbers are cut into rows of so many; shaders know it.
    static final int ROW = 1024;

    /// Where textures are bound while they are filled: no shader reads from there.
    private static final int FILLING = 15;

    /// What a texel holds.
    enum Texels {
        BYTES4(GL3.GL_RGBA8UI, GL3.GL_RGBA_INTEGER, GL.GL_UNSIGNED_BYTE),
        INTS4(GL3.GL_RGBA32UI, GL3.GL_RGBA_INTEGER, GL.GL_UNSIGNED_INT),
        INT(GL3.GL_R32UI, GL3.GL_RED_INTEGER, GL.GL_UNSIGNED_INT),
        FLOAT(GL.GL_R32F, GL3.GL_RED, GL.GL_FLOAT),
        FLOATS3(GL.GL_RGB32F, GL.GL_RGB, GL.GL_FLOAT),
        FLOATS2(GL.GL_RG32F, GL3.GL_RG, GL.GL_FLOAT),
        COLOUR(GL.GL_RGBA8, GL.GL_BGRA, GL3.GL_UNSIGNED_INT_8_8_8_8_REV);

        private final int internal;
        private final int format;
        private final int type;

        Texels(int internal, int format, int type) {
            this.internal = internal;
            this.format = format;
            this.type = type;
        }

        int format() {
            return format;
        }

        int type() {
            return type;
        }
    }

    private final GL3 gl;
    private final Texels texels;
    private final int[] name = new int[1];

    DataTexture(GL3 gl, Texels texels) {
        this.gl = gl;
        this.texels = texels;
        gl.glGenTextures(1, name, 0);
        bind(FILLING);
        gl.glTexParameteri(GL.GL_TEXTURE_2D, GL.GL_TEXTURE_MIN_FILTER, GL.GL_NEAREST);
        gl.glTexParameteri(GL.GL_TEXTURE_2D, GL.GL_TEXTURE_MAG_FILTER, GL.GL_NEAREST);
    }

    int name() {
        return name[0];
    }

    void bind(int unit) {
        gl.glActiveTexture(GL.GL_TEXTURE0 + unit);
        gl.glBindTexture(GL.GL_TEXTURE_2D, name[0]);
    }

    /// Makes room whose contents are not defined yet.
    void allocate(int width, int height) {
        bind(FILLING);
        fill(width, height, null);
    }

    void upload(int width, int height, Buffer values) {
        bind(FILLING);
        gl.glPixelStorei(GL.GL_UNPACK_ALIGNMENT, 1);
        fill(width, height, values);
    }

    /// One number a texel, in as many rows as it takes.
    void uploadLine(int[] values) {
        int rows = rows(values.length);
        upload(ROW, rows, IntBuffer.wrap(Arrays.copyOf(values, rows * ROW)));
    }

    /// One number a texel, in as many rows as it takes.
    void uploadLine(float[] values) {
        int rows = rows(values.length);
        upload(ROW, rows, FloatBuffer.wrap(Arrays.copyOf(values, rows * ROW)));
    }

    private int rows(int count) {
        int rows = Math.max(1, Math.ceilDiv(count, ROW));
        if (rows > maxSide(gl)) {
            throw new GlFailedException(
                    GlFailedException.Scope.SCENE, count + " numbers are too many for a texture");
        }
        return rows;
    }

    /// How large textures may be.
    static int maxSide(GL3 gl) {
        int[] max = new int[1];
        gl.glGetIntegerv(GL.GL_MAX_TEXTURE_SIZE, max, 0);
        return max[0];
    }

    void uploadPart(int x, int y, int width, int height, Buffer values) {
        bind(FILLING);
        gl.glPixelStorei(GL.GL_UNPACK_ALIGNMENT, 1);
        gl.glTexSubImage2D(
                GL.GL_TEXTURE_2D, 0, x, y, width, height, texels.format, texels.type, values);
    }

    private void fill(int width, int height, @Nullable Buffer values) {
        gl.glTexImage2D(
                GL.GL_TEXTURE_2D,
                0,
                texels.internal,
                width,
                height,
                0,
                texels.format,
                texels.type,
                values);
    }

    Texels texels() {
        return texels;
    }

    void delete() {
        gl.glDeleteTextures(1, name, 0);
    }
}
