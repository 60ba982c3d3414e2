// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientTransform;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Registration;

/// How frames of reference go together: by being one, or because a person said so. What a person said holds
/// whichever volumes of the two frames are opened. FX thread.
public final class Links {
    private static final String BY_HAND = "linked by hand";

    private final ReadOnlyObjectWrapper<List<Registration>> recorded =
            new ReadOnlyObjectWrapper<>(List.of());

    public ReadOnlyObjectProperty<List<Registration>> recorded() {
        return recorded.getReadOnlyProperty();
    }

    public Joining joining(FrameOfReference base, FrameOfReference other) {
        return Joining.of(base, other, recorded.get());
    }

    /// Records that two points of two frames are one place of the patient, with no turn between the frames.
    public void link(
            FrameOfReference base,
            PatientPoint point,
            FrameOfReference other,
            PatientPoint samePlace) {
        if (base.equals(other)) {
            throw new IllegalArgumentException("a frame of reference moved against itself");
        }
        PatientVector shift = samePlace.from(point);
        var unturned =
                new PatientTransform(
                        PatientVector.LEFT, PatientVector.POSTERIOR, PatientVector.HEAD, shift);
        var all =
                new ArrayList<>(
                        recorded.get().stream()
                                .filter(known -> !joins(known, base, other))
                                .toList());
        all.add(new Registration(BY_HAND, base, other, unturned));
        recorded.set(List.copyOf(all));
    }

    /// What was said another time, in place of what is known.
    public void restore(List<Registration> known) {
        recorded.set(List.copyOf(known));
    }

    /// Forgets what a person said of two frames.
    public void unlink(FrameOfReference base, FrameOfReference other) {
        recorded.set(recorded.get().stream().filter(known -> !joins(known, base, other)).toList());
    }

    private static boolean joins(Registration known, FrameOfReference a, FrameOfReference b) {
        return (known.from().equals(a) && known.to().equals(b))
                || (known.from().equals(b) && known.to().equals(a));
    }
}
