// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/// A number that changes often: right-aligned in a place as wide as the widest number it will ever show, so that
/// nothing beside it moves.
public final class FixedFigures extends Label {
    private final Text widest;

    /// `template` is a number of the greatest width, such as `−0000.0`.
    public FixedFigures(String template) {
        widest = new Text(template);
        widest.fontProperty().bind(fontProperty());
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("ov-figures");
    }

    @Override
    protected double computePrefWidth(double height) {
        return snapSizeX(Math.ceil(widest.getLayoutBounds().getWidth()))
                + snappedLeftInset()
                + snappedRightInset();
    }
}
