// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A data set whose lengths have been checked against the file: the parts that make up its header, the elements in
/// them, and its pixel data.
public final class Structure {
    private final List<Span> header;
    private final ElementTable elements;
    private final Map<Integer, Span> leftOut;
    private final Optional<PixelElement> pixels;

    Structure(
            List<Span> header,
            ElementTable elements,
            Map<Integer, Span> leftOut,
            Optional<PixelElement> pixels) {
        this.header = List.copyOf(header);
        this.elements = elements;
        this.leftOut = Map.copyOf(leftOut);
        this.pixels = pixels;
    }

    List<Span> header() {
        return header;
    }

    ElementTable elements() {
        return elements;
    }

    /// Where the value of an element lies that was left out of the header, being large.
    public Optional<Span> leftOut(int tag) {
        return Optional.ofNullable(leftOut.get(tag));
    }

    public Optional<PixelElement> pixels() {
        return pixels;
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
