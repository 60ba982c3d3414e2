// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Dresses a scene: the base theme, our stylesheet over it, and the typeface of the platform. FX thread.
public final class Theme {
    private static final String SHEET =
            Objects.requireNonNull(Theme.class.getResource("overread.css")).toExternalForm();

    private Theme() {}

    public static void dress(Scene scene) {
        // also menus and tooltips, which are windows of their own, take the base theme from here
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        if (!scene.getStylesheets().contains(SHEET)) {
            scene.getStylesheets().add(SHEET);
        }
        String family = Typeface.choose(Font.getFamilies(), Typeface::hasEvenFigures);
        scene.getRoot().setStyle("-fx-font-family: \"%s\";".formatted(family));
    }
}
