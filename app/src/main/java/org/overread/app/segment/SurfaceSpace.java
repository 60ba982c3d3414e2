// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.util.Optional;

/// Where the axes of a surface's file point to: left, back and head, or right, front and head. Millimetres.
public enum SurfaceSpace {
    LPS,
    RAS;

    /// What a file says of itself, as Slicer and we write it.
    static Optional<SurfaceSpace> in(String header) {
        if (header.contains("SPACE=RAS")) {
            return Optional.of(RAS);
        }
        return header.contains("SPACE=LPS") ? Optional.of(LPS) : Optional.empty();
    }
}
