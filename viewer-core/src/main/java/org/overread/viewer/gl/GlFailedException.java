// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

/// OpenGL did not do what it was asked to; the picture was not drawn, and the processor can draw it.
public final class GlFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// How much of OpenGL is lost.
    public enum Scope {
        /// This scene cannot be drawn, others of the same volumes can.
        SCENE,
        /// This volume cannot be drawn, others can.
        VOLUME,
        /// Nothing can.
        ALL
    }

    private final Scope scope;

    GlFailedException(Scope scope, String message) {
        super(message);
        this.scope = scope;
    }

    GlFailedException(Scope scope, String message, Throwable cause) {
        super(message, cause);
        this.scope = scope;
    }

    public Scope scope() {
        return scope;
    }
}
