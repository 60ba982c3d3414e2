// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import org.overread.viewer.slice.SliceRenderer;

/// A renderer, and why it is this one: for a window that tells about the program, and for the log.
public record RendererChoice(SliceRenderer renderer, Why why) {

    /// What decided.
    public sealed interface Why {
        /// It was asked for.
        record Wished() implements Why {}

        /// A GPU.
        record Gpu(GlDevice device) implements Why {}

        /// No GPU: OpenGL would run on the processor too; milliseconds for the same picture either way.
        record Measured(GlDevice device, double cpuMs, double glMs) implements Why {}

        /// No OpenGL; [GlProbe.NoDisplay] or [GlProbe.NoGl] says why.
        record NoOpenGl(GlProbe probe) implements Why {}
    }
}
