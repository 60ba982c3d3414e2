// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What is written and drawn over the pictures of a reading, as far as a person chooses it. FX thread.
public final class Writing {
    private final ObjectProperty<CornerText> cornerText =
            new SimpleObjectProperty<>(CornerText.FULL);
    private final BooleanProperty crosshair = new SimpleBooleanProperty(true);
    private final BooleanProperty overlays = new SimpleBooleanProperty(true);
    private final BooleanProperty anonymous = new SimpleBooleanProperty(false);

    public ObjectProperty<CornerText> cornerText() {
        return cornerText;
    }

    /// Whether the lines of the other planes and the cursor are drawn.
    public BooleanProperty crosshair() {
        return crosshair;
    }

    /// Whether the overlays are drawn that the images carry.
    public BooleanProperty overlays() {
        return overlays;
    }

    /// Whether nothing is written that the file says of the person or of the series.
    public BooleanProperty anonymous() {
        return anonymous;
    }
}
