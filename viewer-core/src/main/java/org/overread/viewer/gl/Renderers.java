// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import java.util.function.Consumer;
import org.overread.viewer.slice.SliceRenderer;

/// Picks what draws on this machine. Takes up to a second: not on the UI thread.
public final class Renderers {
    private Renderers() {}

    /// A GPU if there is one; else the faster of `cpu` and an OpenGL that runs on the processor. Whatever OpenGL fails
    /// to draw later, `cpu` draws, and `notices` hears of it, on the thread that asked for the picture.
    ///
    /// Fails with [GlFailedException] only if OpenGL is wished for and there is none.
    public static RendererChoice choose(
            RendererWish wish, SliceRenderer cpu, Consumer<RendererNotice> notices) {
        return switch (wish) {
            case CPU -> new RendererChoice(cpu, new RendererChoice.Why.Wished());
            case GL ->
                    new RendererChoice(
                            new GuardedRenderer(GlSliceRenderer.open(), cpu, notices),
                            new RendererChoice.Why.Wished());
            case AUTOMATIC -> fastest(cpu, notices);
        };
    }

    private static RendererChoice fastest(SliceRenderer cpu, Consumer<RendererNotice> notices) {
        return switch (GlProbe.look()) {
            case GlProbe.Found(GlDevice device) -> compared(device, cpu, notices);
            case GlProbe.NoDisplay none -> withoutGl(cpu, none);
            case GlProbe.NoGl none -> withoutGl(cpu, none);
        };
    }

    private static RendererChoice withoutGl(SliceRenderer cpu, GlProbe probe) {
        return new RendererChoice(cpu, new RendererChoice.Why.NoOpenGl(probe));
    }

    private static RendererChoice compared(
            GlDevice device, SliceRenderer cpu, Consumer<RendererNotice> notices) {
        try {
            GlSliceRenderer gl = GlSliceRenderer.open();
            if (!device.isSoftware()) {
                return new RendererChoice(
                        new GuardedRenderer(gl, cpu, notices), new RendererChoice.Why.Gpu(device));
            }
            double cpuMs = SpeedTrial.milliseconds(cpu);
            double glMs = SpeedTrial.milliseconds(gl);
            var why = new RendererChoice.Why.Measured(device, cpuMs, glMs);
            if (glMs < cpuMs) {
                return new RendererChoice(new GuardedRenderer(gl, cpu, notices), why);
            }
            gl.close();
            return new RendererChoice(cpu, why);
        } catch (GlFailedException e) {
            return withoutGl(cpu, new GlProbe.NoGl(String.valueOf(e.getMessage())));
        }
    }
}
