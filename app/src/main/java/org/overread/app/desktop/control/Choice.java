// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// One of a few words, side by side.
public final class Choice {
    private Choice() {}

    public static <E> HBox of(ObjectProperty<E> chosen, List<E> all, Function<E, String> title) {
        var group = new ToggleGroup();
        var row = new HBox();
        row.getStyleClass().add("ov-segmented");
        for (E one : all) {
            var button = new ToggleButton(title.apply(one));
            button.getStyleClass().setAll("ov-button", "button-base", "ov-toggle");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setOnAction(
                    _ -> {
                        button.setSelected(true); // a second click does not unselect
                        chosen.set(one);
                    });
            chosen.subscribe(now -> button.setSelected(now.equals(one)));
            row.getChildren().add(button);
        }
        return row;
    }

    /// The same where the keyboard belongs to the picture.
    public static <E> HBox besidePicture(
            ObjectProperty<E> chosen, List<E> all, Function<E, String> title) {
        HBox row = of(chosen, all, title);
        row.getChildren().forEach(button -> button.setFocusTraversable(false));
        return row;
    }

    /// The next one, around.
    public static <E> void turn(ObjectProperty<E> chosen, List<E> all) {
        chosen.set(all.get((all.indexOf(chosen.get()) + 1) % all.size()));
    }
}
