// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import java.util.Optional;
import javafx.scene.input.KeyCode;

/// The keys that say how sure a reader is.
public final class ConfidenceKeys {
    private ConfidenceKeys() {}

    /// 1 to 5, or 0 for what cannot be assessed; empty for every other key.
    public static Optional<Integer> level(KeyCode code) {
        return switch (code) {
            case DIGIT0, NUMPAD0 -> Optional.of(0);
            case DIGIT1, NUMPAD1 -> Optional.of(1);
            case DIGIT2, NUMPAD2 -> Optional.of(2);
            case DIGIT3, NUMPAD3 -> Optional.of(3);
            case DIGIT4, NUMPAD4 -> Optional.of(4);
            case DIGIT5, NUMPAD5 -> Optional.of(5);
            default -> Optional.empty();
        };
    }
}
