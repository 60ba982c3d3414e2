// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import org.overread.viewer.codec.picture.BrokenPictureException.Reason;
import org.overread.viewer.dicom.file.SkipReason;

/// What a decoder's refusal means to whoever wants the file.
final class Undecoded {
    private Undecoded() {}

    static SkipReason reason(Reason reason, String clause) {
        String detail = "in its compressed pixels, " + clause;
        return switch (reason) {
            case TRUNCATED -> new SkipReason.Truncated(detail);
            case CORRUPT, OTHER_SIZE -> new SkipReason.BrokenStructure(detail);
            case UNSUPPORTED -> new SkipReason.UnsupportedPixels(detail);
        };
    }
}
