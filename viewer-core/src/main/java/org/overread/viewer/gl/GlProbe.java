// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

/// Whether this machine can draw by OpenGL. Looking takes some tenths of a second and leaves nothing open.
public sealed interface GlProbe {

    /// OpenGL 3.3 or later works.
    record Found(GlDevice device) implements GlProbe {}

    /// No display to ask for OpenGL, as on a server.
    record NoDisplay() implements GlProbe {}

    /// A display, but no OpenGL 3.3; the cause is the toolkit's sentence.
    record NoGl(String cause) implements GlProbe {}

    /// Never throws.
    static GlProbe look() {
        if (!GlThread.hasDisplay()) {
            return new NoDisplay();
        }
        try (GlThread thread = GlThread.start()) {
            return new Found(thread.device());
        } catch (GlFailedException e) {
            return new NoGl(String.valueOf(e.getMessage()));
        }
    }
}
