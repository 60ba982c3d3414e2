// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;

/// A key as it is written beside what it does.
public final class KeyCap extends Label {

    public KeyCap(String text) {
        super(text);
        getStyleClass().add("ov-key");
        setMinWidth(USE_PREF_SIZE);
    }

    /// How this platform writes a key given as JavaFX does, such as `Shortcut+O`.
    public static String written(String key) {
        return KeyCombination.valueOf(key).getDisplayText();
    }

    public KeyCap(KeyCombination key) {
        this(key.getDisplayText());
    }
}
