// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.slice.StandardPlane;
import org.overread.viewer.volume.FrameTiming;
import org.overread.viewer.volume.Volume;

/// What is known of an open volume beside its values, and which planes it has because of that. FX thread.
final class PictureKind {
    final ObjectProperty<Optional<FrameTiming>> timing =
            new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<PixelMeasure> pixelMeasure =
            new SimpleObjectProperty<>(PixelMeasure.PATIENT);
    final ObjectProperty<Optional<String>> caption = new SimpleObjectProperty<>(Optional.empty());

    final ObjectProperty<Optional<OpenableVolume>> origin =
            new SimpleObjectProperty<>(Optional.empty());

    Depth depth(@Nullable Volume volume) {
        if (volume == null) {
            return Depth.SLICES;
        }
        if (volume.geometry().size().k() == 1 && !volume.verdict().isCalibrated()) {
            return Depth.NOTHING;
        }
        return timing.get().isPresent() ? Depth.TIME : Depth.SLICES;
    }

    boolean hasPlane(@Nullable Volume volume, ViewPlane view) {
        if (volume == null) {
            return true;
        }
        boolean flat = volume.geometry().size().k() == 1 || timing.get().isPresent();
        return !flat || StandardPlane.ofSlices(volume.geometry()) == view.standard();
    }
}
