// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.layer;

import java.util.List;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.PatientTransform;
import org.overread.viewer.volume.Registration;

/// Whether something may lie over a base image, and how positions of the base become its own.
public sealed interface Joining {

    /// `toOverlay` takes positions in the base's frame to the overlay's.
    record Joined(FrameOfReference base, FrameOfReference overlay, PatientTransform toOverlay)
            implements Joining {
        public Joined {
            if (base.equals(overlay) && !toOverlay.equals(PatientTransform.IDENTITY)) {
                throw new IllegalArgumentException("a frame of reference moved against itself");
            }
        }

        /// Both lie in the same frame.
        public static Joined within(FrameOfReference frame) {
            return new Joined(frame, frame, PatientTransform.IDENTITY);
        }
    }

    /// Positions of the two mean different places.
    record Refused(Reason reason) implements Joining {}

    /// Why the two cannot be joined.
    enum Reason {
        /// Both name their frame of reference, and these differ: the patient may have moved between them.
        DIFFERENT_FRAMES,
        /// One of them or both do not say which frame their positions are measured in.
        UNNAMED_FRAME
    }

    /// By equal frames, or by a recorded registration between the two, read either way; the last recorded counts.
    static Joining of(
            FrameOfReference base, FrameOfReference overlay, List<Registration> recorded) {
        if (base.equals(overlay)) {
            return Joined.within(base);
        }
        for (Registration registration : recorded.reversed()) {
            if (registration.from().equals(base) && registration.to().equals(overlay)) {
                return new Joined(base, overlay, registration.transform());
            }
            if (registration.from().equals(overlay) && registration.to().equals(base)) {
                return new Joined(base, overlay, registration.transform().inverse());
            }
        }
        boolean named =
                base instanceof FrameOfReference.Named && overlay instanceof FrameOfReference.Named;
        return new Refused(named ? Reason.DIFFERENT_FRAMES : Reason.UNNAMED_FRAME);
    }
}
