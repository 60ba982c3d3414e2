// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

/// The planes that a person knows by name, each with a colour of its own.
public enum ViewPlane {
    AXIAL("Axial", "A"),
    SAGITTAL("Sagittal", "S"),
    CORONAL("Coronal", "C");

    private final String title;
    private final String letter;

    ViewPlane(String title, String letter) {
        this.title = title;
        this.letter = letter;
    }

    public String title() {
        return title;
    }

    public String letter() {
        return letter;
    }

    /// The style class that gives lines and edges the colour of the plane.
    public String style() {
        return switch (this) {
            case AXIAL -> "plane-axial";
            case SAGITTAL -> "plane-sagittal";
            case CORONAL -> "plane-coronal";
        };
    }
}
