// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import javafx.scene.control.PasswordField;

/// A field for a passphrase. What is taken from it leaves nothing behind in it; the caller overwrites what it takes. The
/// toolkit itself keeps what is typed in strings until they are collected, which no program can change.
final class SecretField extends PasswordField {
    SecretField(String prompt) {
        setPromptText(prompt);
        setAccessibleText(prompt);
        getStyleClass().add("ov-field");
        setPrefColumnCount(26);
        // a field that left the window holds nothing
        sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                clear();
                            }
                        });
    }

    char[] take() {
        CharSequence typed = getCharacters();
        char[] taken = new char[typed.length()];
        for (int n = 0; n < taken.length; n++) {
            taken[n] = typed.charAt(n);
        }
        clear();
        return taken;
    }
}
