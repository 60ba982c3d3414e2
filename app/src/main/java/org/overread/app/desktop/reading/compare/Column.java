// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.compare;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.overlay.Layers;

/// One of the readings that are compared: `letter` is A for the first. FX thread.
public final class Column {
    private final char letter;
    private final ReadingModel reading;
    private final Layers layers;
    private final ReadOnlyObjectWrapper<LinkState> link =
            new ReadOnlyObjectWrapper<>(LinkState.NOTHING);

    Column(char letter, ReadingModel reading, Layers layers) {
        this.letter = letter;
        this.reading = reading;
        this.layers = layers;
    }

    /// What lies over the volume.
    public Layers layers() {
        return layers;
    }

    public char letter() {
        return letter;
    }

    public ReadingModel reading() {
        return reading;
    }

    public ReadOnlyObjectProperty<LinkState> link() {
        return link.getReadOnlyProperty();
    }

    void link(LinkState state) {
        link.set(state);
    }
}
