// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.palette;

import java.util.ArrayList;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.action.Actions;
import org.overread.app.desktop.control.LateTip;

/// The key of an action, and how it is changed: press it, then press the new key. Backspace leaves the action without
/// one, Esc changes nothing. FX thread.
final class KeyButton extends Button {
    private static final PseudoClass ASKING = PseudoClass.getPseudoClass("asking");

    private final Actions actions;
    private final Action action;
    private final Runnable changed;
    private boolean asking;

    KeyButton(Actions actions, Action action, Runnable changed) {
        this.actions = actions;
        this.action = action;
        this.changed = changed;
        getStyleClass().setAll("ov-key", "ov-key-button");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText("Key of “%s”".formatted(action.name()));
        LateTip.say(this, "Click, then press another key; Backspace for none");
        say();
        setOnAction(_ -> ask(true));
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                ask(false);
                            }
                        });
    }

    private void say() {
        KeyCombination key = action.key();
        setText(asking ? "press a key" : key == null ? "–" : key.getDisplayText());
    }

    private void ask(boolean now) {
        asking = now;
        pseudoClassStateChanged(ASKING, now);
        say();
    }

    private void press(KeyEvent event) {
        if (!asking) {
            return;
        }
        event.consume();
        KeyCode code = event.getCode();
        if (code.isModifierKey()) {
            return; // the key itself follows
        }
        ask(false);
        if (code == KeyCode.ESCAPE) {
            return;
        }
        actions.chooseKey(
                action.id(),
                code == KeyCode.BACK_SPACE ? Optional.empty() : Optional.of(combination(event)));
        changed.run();
    }

    private static KeyCombination combination(KeyEvent event) {
        var held = new ArrayList<KeyCombination.Modifier>();
        if (event.isShortcutDown()) {
            held.add(KeyCombination.SHORTCUT_DOWN);
        }
        if (event.isShiftDown()) {
            held.add(KeyCombination.SHIFT_DOWN);
        }
        if (event.isAltDown()) {
            held.add(KeyCombination.ALT_DOWN);
        }
        return new KeyCodeCombination(
                event.getCode(), held.toArray(KeyCombination.Modifier[]::new));
    }
}
