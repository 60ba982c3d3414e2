// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL3;
import java.nio.ByteBuffer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.slice.tone.ToneCurve;

/// Tells shaders how values become colours. GL thread only.
final class ToneTextures {
    private static final int LEVELS = 256;
    private static final int PALETTE_UNIT = 2;
    private static final int TABLE_UNIT = 3;

    /// The shader's names for kinds of curves.
    private static final int RAMP = 0;

    private static final int THRESHOLD = 1;
    private static final int SIGMOID = 2;
    private static final int TABULATED = 3;

    private final DataTexture palette;
    private final DataTexture table;
    private ToneCurve.@Nullable Table uploaded;

    ToneTextures(GL3 gl) {
        palette = new DataTexture(gl, DataTexture.Texels.BYTES4);
        table = new DataTexture(gl, DataTexture.Texels.FLOAT);
        table.uploadLine(new float[1]);
    }

    /// What is no number becomes black at the opacity `ofNoNumber`. Opacities are in 255ths.
    void tell(Shader shader, Tone tone, IntUnaryOperator ofLevel, int ofNoNumber) {
        palette.upload(LEVELS + 1, 1, colours(tone, ofLevel, ofNoNumber));
        switch (tone.curve()) {
            case ToneCurve.LinearExact(var window) ->
                    tell(shader, RAMP, window.low(), window.high() - window.low());
            case ToneCurve.Linear linear when linear.high() > linear.low() ->
                    tell(shader, RAMP, linear.low(), linear.high() - linear.low());
            case ToneCurve.Linear linear -> tell(shader, THRESHOLD, linear.low(), 0);
            case ToneCurve.Sigmoid(var window) ->
                    tell(shader, SIGMOID, window.center(), window.width());
            case ToneCurve.Table entries -> {
                upload(entries);
                tell(shader, TABULATED, entries.first(), entries.step());
                shader.set("curveEntries", entries.size());
            }
        }
        palette.bind(PALETTE_UNIT);
        shader.set("palette", PALETTE_UNIT);
        table.bind(TABLE_UNIT);
        shader.set("curveTable", TABLE_UNIT);
    }

    private static void tell(Shader shader, int curve, double low, double width) {
        shader.set("curve", curve);
        shader.set("curveLow", low);
        shader.set("curveWidth", width);
    }

    private static ByteBuffer colours(Tone tone, IntUnaryOperator ofLevel, int ofNoNumber) {
        ByteBuffer colours = ByteBuffer.allocate(4 * (LEVELS + 1));
        for (int level = 0; level < LEVELS; level++) {
            int turned = tone.polarity() == Polarity.INVERTED ? 255 - level : level;
            int rgb = tone.map().argb(turned);
            colours.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
            colours.put((byte) ofLevel.applyAsInt(level));
        }
        colours.position(4 * LEVELS + 3).put((byte) ofNoNumber);
        return colours.flip();
    }

    private void upload(ToneCurve.Table entries) {
        if (entries.equals(uploaded)) {
            return;
        }
        float[] levels = new float[entries.size()];
        for (int n = 0; n < levels.length; n++) {
            levels[n] = (float) entries.entryLevel(n);
        }
        uploaded = null; // what fails half way is uploaded again
        table.uploadLine(levels);
        uploaded = entries;
    }

    void delete() {
        palette.delete();
        table.delete();
    }
}
