// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES2;
import com.jogamp.opengl.GL2GL3;
import com.jogamp.opengl.GL3;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.BitSet;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// The voxels of one volume on the GPU. GL thread only.
///
/// 16-bit values are stored as fractions of 65535, signed ones after adding 32768: all of them exactly.
final class VolumeTexture {
    private final GL3 gl;
    private final Volume volume;
    private final GridSize size;
    private final int[] name = new int[1];
    private final BitSet stale = new BitSet();
    private final ByteBuffer staging;

    VolumeTexture(GL3 gl, Volume volume) {
        this.gl = gl;
        this.volume = volume;
        size = volume.geometry().size();
        staging =
                ByteBuffer.allocateDirect(
                                Math.multiplyExact(
                                        Math.multiplyExact(size.i(), size.j()),
                                        bytesPerVoxel(volume)))
                        .order(ByteOrder.nativeOrder());
        gl.glGenTextures(1, name, 0);
        bind();
        gl.glTexImage3D(
                GL2ES2.GL_TEXTURE_3D,
                0,
                isReal() ? GL.GL_R32F : GL2GL3.GL_R16,
                size.i(),
                size.j(),
                size.k(),
                0,
                GL2ES2.GL_RED,
                type(),
                null);
        gl.glTexParameteri(GL2ES2.GL_TEXTURE_3D, GL.GL_TEXTURE_MIN_FILTER, GL.GL_NEAREST);
        gl.glTexParameteri(GL2ES2.GL_TEXTURE_3D, GL.GL_TEXTURE_MAG_FILTER, GL.GL_NEAREST);
        stale.set(0, size.k());
    }

    static long bytes(Volume volume) {
        return volume.geometry().size().voxels() * bytesPerVoxel(volume);
    }

    private static int bytesPerVoxel(Volume volume) {
        return switch (volume.voxels()) {
            case Voxels.Int16 _, Voxels.UInt16 _ -> Short.BYTES;
            case Voxels.Float32 _ -> Float.BYTES;
            case Voxels.Colours _ -> throw byProcessor("colours are drawn by the processor");
            case Voxels.Bricked _ ->
                    throw byProcessor("a volume larger than memory is drawn by the processor");
        };
    }

    private static GlFailedException byProcessor(String cause) {
        return new GlFailedException(GlFailedException.Scope.VOLUME, cause);
    }

    private boolean isReal() {
        return volume.voxels() instanceof Voxels.Float32;
    }

    private int type() {
        return isReal() ? GL.GL_FLOAT : GL.GL_UNSIGNED_SHORT;
    }

    void sliceChanged(int k) {
        stale.set(k);
    }

    /// Binds the texture to unit 0 and brings up what changed since the last time.
    void prepare() {
        bind();
        gl.glPixelStorei(GL.GL_UNPACK_ALIGNMENT, 1);
        for (int k = stale.nextSetBit(0); k >= 0; k = stale.nextSetBit(k + 1)) {
            gl.glTexSubImage3D(
                    GL2ES2.GL_TEXTURE_3D,
                    0,
                    0,
                    0,
                    k,
                    size.i(),
                    size.j(),
                    1,
                    GL2ES2.GL_RED,
                    type(),
                    staged(k));
        }
        stale.clear();
    }

    private void bind() {
        gl.glActiveTexture(GL.GL_TEXTURE0);
        gl.glBindTexture(GL2ES2.GL_TEXTURE_3D, name[0]);
    }

    private Buffer staged(int k) {
        switch (volume.voxels()) {
            case Voxels.Int16 signed -> {
                ShortBuffer target = staging.asShortBuffer();
                short[] shifted = signed.slice(k).clone();
                for (int n = 0; n < shifted.length; n++) {
                    shifted[n] ^= Short.MIN_VALUE; // adds 32768
                }
                target.put(shifted);
            }
            case Voxels.UInt16 unsigned -> staging.asShortBuffer().put(unsigned.slice(k));
            case Voxels.Float32 real -> staging.asFloatBuffer().put(real.slice(k));
            case Voxels.Colours _, Voxels.Bricked _ ->
                    throw new IllegalStateException("these have no texture");
        }
        return staging;
    }

    /// What is added to a texel's whole number to become a value.
    double valueOffset() {
        return volume.voxels() instanceof Voxels.Int16 ? -32768 : 0;
    }

    void delete() {
        gl.glDeleteTextures(1, name, 0);
    }
}
