// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.overread.app.desktop.action.Action;

/// Quiet buttons of 28 pixels: an icon, a word, or an action with its key in the tip.
public final class Buttons {
    private Buttons() {}

    /// An icon alone; its name stands in the tip and is read aloud.
    public static Button icon(Ikon icon, String name, Runnable run) {
        var button = quiet(new Button("", new FontIcon(icon)), run);
        button.getStyleClass().add("ov-icon");
        name(button, name);
        return button;
    }

    public static Button word(String word, Runnable run) {
        return quiet(new Button(word), run);
    }

    /// The one thing that a person will most likely want here.
    public static Button filled(String word, Runnable run) {
        var button = word(word, run);
        button.getStyleClass().add("ov-filled");
        return button;
    }

    /// An icon that runs an action and is dimmed while the action is not possible.
    public static Button of(Action action) {
        Ikon icon = action.icon();
        var button =
                icon == null
                        ? word(action.name(), action.run())
                        : icon(icon, tip(action), action.run());
        button.disableProperty().bind(Bindings.not(action.enabled()));
        return button;
    }

    /// Name and key, as tips show them.
    public static String tip(Action action) {
        return tip(action.name(), action);
    }

    /// The same under another name.
    public static String tip(String name, Action action) {
        var key = action.key();
        return key == null ? name : "%s   %s".formatted(name, key.getDisplayText());
    }

    public static void name(ButtonBase button, String name) {
        LateTip.say(button, name);
        button.setAccessibleText(name);
    }

    private static Button quiet(Button button, Runnable run) {
        button.getStyleClass().setAll("ov-button", "button-base");
        button.setOnAction(_ -> run.run());
        return button;
    }
}
