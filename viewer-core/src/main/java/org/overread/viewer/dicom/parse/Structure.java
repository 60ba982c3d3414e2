// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import java.util.List;
import java.util.Optional;

/// A data set whose lengths have been checked against the file: the parts that make up its header, and its pixel data.
public record Structure(List<Span> header, Optional<PixelElement> pixels) {
    public Structure {
        header = List.copyOf(header);
    }

    /// Bytes from `start` (inclusive) to `end` (exclusive).
    public record Span(long start, long end) {
        public long length() {
            return end - start;
        }
    }

    /// Where the pixel data lies. An encapsulated value begins with its basic offset table and has no length of its own;
    /// `frameOffsets` is the extended offset table.
    public record PixelElement(
            int element,
            String vr,
            long offset,
            long length,
            boolean encapsulated,
            Optional<Span> frameOffsets) {
        public static final int FLOATS = 0x0008;
        public static final int DOUBLES = 0x0009;
        public static final int INTEGERS = 0x0010;
    }

    long headerBytes() {
        return header.stream().mapToLong(Span::length).sum();
    }
}
