// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

/// The space that patient positions are measured in. Positions of two volumes mean the same place only where their
/// frames are equal.
public sealed interface FrameOfReference {

    /// The frame that a scanner named; every series of that positioning of the patient carries the same UID.
    record Named(String uid) implements FrameOfReference {
        public Named {
            if (uid.isBlank()) {
                throw new IllegalArgumentException("a frame of reference without a name");
            }
        }

        /// Says nothing of the UID: frames end up in logs with the scenes that hold them.
        @Override
        public String toString() {
            return "Named[" + Integer.toHexString(uid.hashCode()) + "]";
        }
    }

    /// The frame of one file that names none; `owner` is what shares it, a volume's or a file's id.
    record Unnamed(String owner) implements FrameOfReference {}

    /// The frame of this UID; where there is none, the owner's alone.
    static FrameOfReference of(String uid, String owner) {
        return uid.isBlank() ? new Unnamed(owner) : new Named(uid.strip());
    }
}
