// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import org.overread.viewer.slice.StandardPlane;

/// The planes that a person knows by name, each with a colour of its own.
public enum ViewPlane {
    AXIAL("Axial", "A", StandardPlane.AXIAL),
    SAGITTAL("Sagittal", "S", StandardPlane.SAGITTAL),
    CORONAL("Coronal", "C", StandardPlane.CORONAL);

    private final String title;
    private final String letter;
    private final StandardPlane standard;

    ViewPlane(String title, String letter, StandardPlane standard) {
        this.title = title;
        this.letter = letter;
        this.standard = standard;
    }

    public String title() {
        return title;
    }

    public String letter() {
        return letter;
    }

    public StandardPlane standard() {
        return standard;
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
