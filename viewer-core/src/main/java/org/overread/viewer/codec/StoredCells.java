// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import org.overread.viewer.codec.FrameOutcome.Format;
import org.overread.viewer.codec.picture.Fidelity;
import org.overread.viewer.codec.picture.Picture;
import org.overread.viewer.codec.picture.Signedness;

/// Turns what a codestream yields into what the header says is stored.
///
/// Codestreams other than JPEG 2000 know no sign: a signed sample is its two's complement pattern, in as many bits as
/// both the codestream and the header have. Lossy coding overshoots, so there values are clamped where lossless ones
/// keep their lower bits.
final class StoredCells {
    private final FrameLayout layout;
    private final Picture picture;

    StoredCells(FrameLayout layout, Picture picture) {
        this.layout = layout;
        this.picture = picture;
    }

    /// Changes the samples in place; whether any did not fit the stored bits.
    boolean fit(Format format) {
        int stored = layout.bitsStored();
        boolean signed = layout.signedness() == Signedness.SIGNED;
        boolean codedSigned = picture.signedness() == Signedness.SIGNED;
        boolean sameSign = signed == codedSigned;
        if (sameSign && picture.precision() <= stored) {
            return false;
        }
        if (picture.fidelity() == Fidelity.LOSSY && sameSign) {
            return signed
                    ? clamp(-1 << (stored - 1), ~(-1 << (stored - 1)))
                    : clamp(0, ~(-1 << stored));
        }
        int bits = codedSigned ? stored : Math.min(stored, picture.precision());
        boolean cut = keepLowerBits(bits, signed);
        // what lies above the stored bits of an RLE cell may be an overlay, and a coded sign is no
        // value
        return cut && format != Format.RLE;
    }

    private boolean clamp(int low, int high) {
        boolean changed = false;
        for (int c = 0; c < picture.size().components(); c++) {
            int[] plane = picture.plane(c);
            for (int i = 0; i < plane.length; i++) {
                int value = Math.max(low, Math.min(high, plane[i]));
                changed |= value != plane[i];
                plane[i] = value;
            }
        }
        return changed;
    }

    private boolean keepLowerBits(int bits, boolean signed) {
        int unused = 32 - bits;
        int codedBits = picture.precision();
        int codedMask = codedBits == 32 ? -1 : ~(-1 << codedBits);
        int lost = 0;
        for (int c = 0; c < picture.size().components(); c++) {
            int[] plane = picture.plane(c);
            for (int i = 0; i < plane.length; i++) {
                int coded = plane[i];
                int value = signed ? coded << unused >> unused : coded << unused >>> unused;
                // the same pattern in as many bits as were coded is the same sample
                lost |= (coded ^ value) & codedMask;
                plane[i] = value;
            }
        }
        return lost != 0;
    }
}
