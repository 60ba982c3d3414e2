// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import org.overread.viewer.slice.StandardPlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// The planes that a person knows by name, each with a colour of its own.
public enum ViewPlane {
    AXIAL("Axial", "A", StandardPlane.AXIAL),
    SAGITTAL("Sagittal", "S", StandardPlane.SAGITTAL),
    CORONAL("Coronal", "C", StandardPlane.CORONAL);

    /// A cosine: what is seen edge on is seen from neither side.
    private static final double EDGE_ON = 1e-3;

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

    /// Whether a picture that one looks into along `normal` is seen from the other side than usual, and so mirrored.
    public boolean isFromBehind(PatientVector normal) {
        return standard.anatomical(PatientPoint.ORIGIN).normal().dot(normal) < -EDGE_ON;
    }

    /// From where it is seen then.
    public String behind() {
        return switch (this) {
            case AXIAL -> "from the head";
            case SAGITTAL -> "from the right";
            case CORONAL -> "from the back";
        };
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
