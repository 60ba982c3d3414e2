// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import org.overread.viewer.slice.tone.Tone;

/// What a ray makes of the values that it passes.
public sealed interface SpaceLook {

    /// What a person calls it.
    String name();

    /// Clouds of colour that absorb what lies behind them.
    record Clouds(TransferFunction function) implements SpaceLook {
        @Override
        public String name() {
            return function.name();
        }
    }

    /// The largest value on the ray, in the colour that a tone gives it.
    record Maximum(String name, Tone tone) implements SpaceLook {}

    /// The surfaces alone; the volume is not drawn.
    record SurfacesAlone(String name) implements SpaceLook {}
}
