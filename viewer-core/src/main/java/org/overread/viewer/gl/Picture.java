// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL3;
import com.jogamp.opengl.GLException;
import java.nio.IntBuffer;

/// The target that pictures are drawn into and read from; grows when needed. GL thread only.
final class Picture {
    private final GL3 gl;
    private final int[] framebuffer = new int[1];
    private final int[] colours = new int[1];
    private final int[] vertices = new int[1];
    private int width;
    private int height;

    Picture(GL3 gl) {
        this.gl = gl;
        gl.glGenFramebuffers(1, framebuffer, 0);
        gl.glGenRenderbuffers(1, colours, 0);
        gl.glGenVertexArrays(1, vertices, 0);
    }

    void begin(int wantedWidth, int wantedHeight) {
        gl.glBindFramebuffer(GL.GL_FRAMEBUFFER, framebuffer[0]);
        if (wantedWidth > width || wantedHeight > height) {
            width = Math.max(width, wantedWidth);
            height = Math.max(height, wantedHeight);
            gl.glBindRenderbuffer(GL.GL_RENDERBUFFER, colours[0]);
            gl.glRenderbufferStorage(GL.GL_RENDERBUFFER, GL.GL_RGBA8, width, height);
            gl.glFramebufferRenderbuffer(
                    GL.GL_FRAMEBUFFER, GL.GL_COLOR_ATTACHMENT0, GL.GL_RENDERBUFFER, colours[0]);
            int status = gl.glCheckFramebufferStatus(GL.GL_FRAMEBUFFER);
            if (status != GL.GL_FRAMEBUFFER_COMPLETE) {
                throw new GLException(
                        "no target of %d x %d pixels: 0x%04x".formatted(width, height, status));
            }
        }
        gl.glViewport(0, 0, wantedWidth, wantedHeight);
        gl.glDisable(GL.GL_BLEND);
        gl.glDisable(GL.GL_DITHER);
        gl.glBindVertexArray(vertices[0]);
    }

    /// Draws with the shader in use and reads rows in their order in memory: the first is the top of the picture.
    void drawInto(IntBuffer pixels, int pictureWidth, int pictureHeight) {
        gl.glDrawArrays(GL.GL_TRIANGLES, 0, 3);
        gl.glPixelStorei(GL.GL_PACK_ALIGNMENT, 4);
        gl.glReadPixels(
                0,
                0,
                pictureWidth,
                pictureHeight,
                GL.GL_BGRA,
                GL3.GL_UNSIGNED_INT_8_8_8_8_REV,
                pixels);
    }

    void delete() {
        gl.glDeleteFramebuffers(1, framebuffer, 0);
        gl.glDeleteRenderbuffers(1, colours, 0);
        gl.glDeleteVertexArrays(1, vertices, 0);
    }
}
