// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;

/// The mouse over the pictures of a reading. FX thread.
public final class Pointer {
    private final ReadingModel reading;
    private final ReadOnlyObjectWrapper<@Nullable PointerReading> under =
            new ReadOnlyObjectWrapper<>();

    Pointer(ReadingModel reading) {
        this.reading = reading;
    }

    /// What lies under the mouse; null while it is over no picture.
    public ReadOnlyObjectProperty<@Nullable PointerReading> under() {
        return under.getReadOnlyProperty();
    }

    public void moveTo(PatientPoint point) {
        Volume volume = reading.volume();
        under.set(
                volume == null
                        ? null
                        : PointerReading.at(
                                volume,
                                reading.kind().origin().get(),
                                reading.arrivedSlices(),
                                point));
    }

    public void leave() {
        under.set(null);
    }
}
