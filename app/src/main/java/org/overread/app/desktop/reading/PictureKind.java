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
public final class PictureKind {
    private final ObjectProperty<Optional<String>> caption =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<FrameTiming>> timing =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<PixelMeasure> pixelMeasure =
            new SimpleObjectProperty<>(PixelMeasure.PATIENT);
    private final ObjectProperty<Optional<OpenableVolume>> origin =
            new SimpleObjectProperty<>(Optional.empty());

    PictureKind() {}

    /// What tells the volume from others of its kind, such as the date of its study.
    public ObjectProperty<Optional<String>> caption() {
        return caption;
    }

    /// When the pictures of a film were taken; empty for volumes.
    public ObjectProperty<Optional<FrameTiming>> timing() {
        return timing;
    }

    /// What the millimetres of the picture were measured on.
    public ObjectProperty<PixelMeasure> pixelMeasure() {
        return pixelMeasure;
    }

    /// What the volume was read from; empty where it was made here.
    public ObjectProperty<Optional<OpenableVolume>> origin() {
        return origin;
    }

    /// Takes over what is known of the same volume elsewhere.
    public void take(PictureKind other) {
        caption.set(other.caption.get());
        origin.set(other.origin.get());
        timing.set(other.timing.get());
        pixelMeasure.set(other.pixelMeasure.get());
    }

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
