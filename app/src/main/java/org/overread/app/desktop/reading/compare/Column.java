// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.compare;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.overread.app.desktop.reading.ReadingModel;

/// One of the readings that are compared: `letter` is A for the first. FX thread.
public final class Column {
    private final char letter;
    private final ReadingModel reading;
    private final ReadOnlyObjectWrapper<LinkState> link =
            new ReadOnlyObjectWrapper<>(LinkState.NOTHING);

    Column(char letter, ReadingModel reading) {
        this.letter = letter;
        this.reading = reading;
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
