// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.util.Optional;
import org.overread.viewer.codec.TransferSyntax;
import org.overread.viewer.dicom.parse.Structure.Span;

/// How the bytes of a file's frames are stored.
public sealed interface Packing {

    /// As they are, one after the other.
    record Plain() implements Packing {}

    /// As they are, in a data set that is deflated as a whole.
    record Deflated() implements Packing {}

    /// Each frame compressed for itself, in one fragment or several. `value` is where the items begin, `offsets` is the
    /// extended offset table; `pictureRows` is the height of what a frame decodes to, which may hold several slices.
    record Encapsulated(
            TransferSyntax syntax, int frames, int pictureRows, long value, Optional<Span> offsets)
            implements Packing {}
}
