// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL3;
import com.jogamp.opengl.GLException;
import java.nio.Buffer;

/// A texture that shaders draw into; grows when needed. GL thread only.
final class Target {
    private final GL3 gl;
    private final DataTexture texture;
    private final int[] framebuffer = new int[1];
    private int width;
    private int height;

    Target(GL3 gl, DataTexture.Texels texels) {
        this.gl = gl;
        texture = new DataTexture(gl, texels);
        gl.glGenFramebuffers(1, framebuffer, 0);
    }

    /// From now on what is drawn goes here.
    void begin(int wantedWidth, int wantedHeight) {
        gl.glBindFramebuffer(GL.GL_FRAMEBUFFER, framebuffer[0]);
        if (wantedWidth > width || wantedHeight > height) {
            grow(Math.max(width, wantedWidth), Math.max(height, wantedHeight));
        }
        gl.glViewport(0, 0, wantedWidth, wantedHeight);
        gl.glDisable(GL.GL_BLEND);
        gl.glDisable(GL.GL_DITHER);
    }

    private void grow(int newWidth, int newHeight) {
        if (Math.max(newWidth, newHeight) > DataTexture.maxSide(gl)) {
            throw new GlFailedException(
                    GlFailedException.Scope.SCENE,
                    "a picture of %d x %d pixels".formatted(newWidth, newHeight));
        }
        texture.allocate(newWidth, newHeight);
        gl.glFramebufferTexture2D(
                GL.GL_FRAMEBUFFER, GL.GL_COLOR_ATTACHMENT0, GL.GL_TEXTURE_2D, texture.name(), 0);
        int status = gl.glCheckFramebufferStatus(GL.GL_FRAMEBUFFER);
        if (status != GL.GL_FRAMEBUFFER_COMPLETE) {
            throw new GLException(
                    "no target of %d x %d pixels: 0x%04x".formatted(newWidth, newHeight, status));
        }
        width = newWidth;
        height = newHeight;
    }

    void bind(int unit) {
        texture.bind(unit);
    }

    /// Reads rows in their order in memory: the first is the top of the picture.
    void read(int pictureWidth, int pictureHeight, Buffer into) {
        gl.glBindFramebuffer(GL.GL_FRAMEBUFFER, framebuffer[0]);
        gl.glPixelStorei(GL.GL_PACK_ALIGNMENT, 4);
        gl.glReadPixels(
                0,
                0,
                pictureWidth,
                pictureHeight,
                texture.texels().format(),
                texture.texels().type(),
                into);
    }

    void delete() {
        gl.glDeleteFramebuffers(1, framebuffer, 0);
        texture.delete();
    }
}
