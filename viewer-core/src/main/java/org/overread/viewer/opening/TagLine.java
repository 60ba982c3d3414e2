// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.opening;

import java.util.Optional;

/// One attribute of a file for people to read: a DICOM tag or a field of another format's header.
///
/// `depth` counts the sequences around it; `tag` and `vr` are DICOM's alone: `(0010,0020)` and two letters. `name` is
/// empty where nobody knows one. Holds patient data.
public record TagLine(
        int depth, Optional<String> tag, Optional<String> vr, String name, String value) {

    /// Whether a manufacturer gave it its meaning: the group of its tag is odd.
    public boolean isPrivate() {
        return tag.filter(text -> Character.digit(text.charAt(4), 16) % 2 == 1).isPresent();
    }
}
