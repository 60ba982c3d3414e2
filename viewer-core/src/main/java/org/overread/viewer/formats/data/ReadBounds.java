// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.data;

import java.time.Duration;

/// How long a part of a file may take, whatever the file claims; as for DICOM files.
public final class ReadBounds {
    /// To understand a header.
    public static final Duration HEADER = Duration.ofSeconds(30);

    /// To come to the first sample, or to bring a slice or less of them.
    public static final Duration SLICE = Duration.ofMinutes(2);

    private ReadBounds() {}
}
