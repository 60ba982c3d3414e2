// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import javafx.application.Application;

/// Starts the desktop from a plain class: JavaFX on the class path refuses a main class that is an Application itself.
public final class Desktop {
    private Desktop() {}

    public static void main(String[] args) {
        Application.launch(OverreadApplication.class, args);
    }
}
