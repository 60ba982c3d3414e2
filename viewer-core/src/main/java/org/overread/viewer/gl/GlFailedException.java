// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.volume.Volume;

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
    private final transient @Nullable Volume volume;

    GlFailedException(Scope scope, String message) {
        super(message);
        this.scope = scope;
        volume = null;
    }

    /// One volume cannot be drawn.
    GlFailedException(Volume volume, String message) {
        super(message);
        scope = Scope.VOLUME;
        this.volume = volume;
    }

    GlFailedException(Scope scope, String message, Throwable cause) {
        super(message, cause);
        this.scope = scope;
        volume = null;
    }

    public Scope scope() {
        return scope;
    }

    /// The volume that cannot be drawn; empty where it is not known which one of a scene.
    Optional<Volume> volume() {
        return Optional.ofNullable(volume);
    }
}
