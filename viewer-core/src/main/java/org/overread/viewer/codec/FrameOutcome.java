// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import java.util.Set;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.Fidelity;
import org.overread.viewer.codec.picture.Signedness;

/// What became of a frame.
public sealed interface FrameOutcome {

    /// The samples are in the target. `coding` is what the bytes say of themselves, `doubts` is where that and the
    /// header differ.
    record Decoded(Coding coding, Set<Doubt> doubts) implements FrameOutcome {
        public Decoded {
            doubts = Set.copyOf(doubts);
        }
    }

    /// There is no picture, and nothing was written to the target. `detail` is a clause for logs.
    record Refused(BrokenPictureException.Reason reason, String detail) implements FrameOutcome {}

    /// What the codestream itself states.
    record Coding(Format format, Fidelity fidelity, int precision, Signedness signedness) {}

    /// The family a codestream belongs to, told from its first bytes.
    enum Format {
        RLE,
        JPEG,
        JPEG_LS,
        JPEG_2000
    }

    /// Where the bytes and the header differ. The header decides what is delivered.
    enum Doubt {
        /// The transfer syntax names another family.
        OTHER_FORMAT,
        /// The transfer syntax promises lossless coding; the bytes were coded with loss.
        LOSSY_CODING,
        /// The codestream states more bits than are stored.
        MORE_BITS,
        /// The codestream states fewer bits than are stored.
        FEWER_BITS,
        /// The codestream (JPEG 2000 only) and the header disagree whether samples may be negative.
        OTHER_SIGN,
        /// Some samples did not fit the stored bits and lost their upper ones, or were clamped after lossy coding.
        OUT_OF_RANGE
    }
}
