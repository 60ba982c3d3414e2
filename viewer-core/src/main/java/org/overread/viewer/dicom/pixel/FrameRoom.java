// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.util.Arrays;

/// Bytes for the codestream of one frame, used again for the next; one thread uses it.
final class FrameRoom {
    private byte[] bytes = {};

    /// At least `length` bytes, whatever lies in them.
    byte[] atLeast(int length) {
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        return bytes;
    }

    /// The same with what lies in them.
    byte[] more(int length) {
        bytes = Arrays.copyOf(bytes, Math.max(length, bytes.length));
        return bytes;
    }
}
