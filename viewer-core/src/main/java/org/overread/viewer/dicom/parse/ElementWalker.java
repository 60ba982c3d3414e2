// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.viewer.dicom.file.ByteCursor;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.Encoding;
import org.overread.viewer.dicom.file.SkipReason;

/// Walks the elements of a data set up to its pixel data and believes no length: what lies beyond the file or beyond
/// the enclosing sequence is refused, and so is nesting without end. What passes is safe to hand to the toolkit.
public final class ElementWalker {
    static final int MAX_DEPTH = 32;
    static final int MAX_ELEMENTS = 2_000_000;

    /// Longer top-level values (burnt-in private copies, spectra) are left out of the header.
    static final long LARGE_VALUE = 1 << 20;

    private static final long UNDEFINED = 0xffff_ffffL;
    private static final int DELIMITERS = 0xfffe;
    private static final int ITEM = 0xe000;
    private static final int ITEM_END = 0xe00d;
    private static final int SEQUENCE_END = 0xe0dd;

    private final ByteCursor in;
    private final ElementTable table;
    private long origin;
    private int elements;

    private ElementWalker(OpenedFile opened) {
        in = opened.cursor();
        table = opened.memory().table();
        origin = opened.start().dataSet();
    }

    /// Whether explicit encodings spend four bytes on the length of such a value.
    public static boolean hasLongLength(String vr) {
        return Vr.hasLongLength(vr.charAt(0) << 8 | vr.charAt(1));
    }

    public static Structure walk(OpenedFile opened) throws IOException {
        return new ElementWalker(opened).top(opened.start().dataSet(), opened.start().encoding());
    }

    private Structure top(long start, Encoding encoding) throws IOException {
        List<Structure.Span> spans = new ArrayList<>();
        Map<Integer, Structure.Span> leftOut = new HashMap<>();
        Optional<Structure.Span> frameOffsets = Optional.empty();
        long spanStart = start;
        long at = start;
        long end = in.size();
        in.order(encoding);
        while (at < end) {
            if (isPadding(at, end)) {
                break;
            }
            Element element = element(at, end, encoding);
            if (element.isPixelData()) {
                spans.add(new Structure.Span(spanStart, at));
                return new Structure(
                        spans, table, leftOut, Optional.of(pixels(element, frameOffsets)));
            }
            int entry = table.count();
            long next = entered(element, end, encoding, 0);
            if (element.isFrameOffsets()) {
                frameOffsets = Optional.of(new Structure.Span(element.value, next));
            }
            if (next - at > LARGE_VALUE && table.count() == entry + 1 && !element.isSequence()) {
                table.forgetFrom(entry);
                leftOut.put(element.tag(), new Structure.Span(element.value, next));
                spans.add(new Structure.Span(spanStart, at));
                spanStart = next;
                origin += next - at;
            }
            at = next;
        }
        spans.add(new Structure.Span(spanStart, at));
        return new Structure(spans, table, leftOut, Optional.empty());
    }

    /// A length beyond the end of the file is cut; whether that is enough, the image's size decides.
    private Structure.PixelElement pixels(Element element, Optional<Structure.Span> frameOffsets) {
        boolean encapsulated = element.length == UNDEFINED;
        long there = Math.min(element.length, in.size() - element.value);
        return new Structure.PixelElement(
                element.number,
                Vr.text(element.vr),
                element.value,
                encapsulated ? 0 : there,
                encapsulated,
                frameOffsets);
    }

    /// Some writers fill the last block of a file with zeros.
    private boolean isPadding(long at, long end) throws IOException {
        return end - at < 8 || (in.u32(at) == 0 && in.u32(at + 4) == 0);
    }

    private record Element(int group, int number, int vr, long value, long length) {
        int tag() {
            return group << 16 | number;
        }

        boolean isPixelData() {
            return group == 0x7fe0
                    && (number == Structure.PixelElement.INTEGERS
                            || number == Structure.PixelElement.FLOATS
                            || number == Structure.PixelElement.DOUBLES);
        }

        boolean isFrameOffsets() {
            return group == 0x7fe0 && number == 0x0001 && length != UNDEFINED;
        }

        boolean isSequence() {
            return vr == Vr.SQ || length == UNDEFINED;
        }
    }

    private Element element(long at, long end, Encoding encoding) throws IOException {
        if (++elements > MAX_ELEMENTS) {
            throw new DicomReadException(
                    new SkipReason.TooLarge("more than " + MAX_ELEMENTS + " elements"));
        }
        if (at + 8 > end) {
            throw outside(at, end);
        }
        int group = in.u16(at);
        int number = in.u16(at + 2);
        if (group == DELIMITERS || !encoding.isExplicit()) {
            return new Element(group, number, Vr.NONE, at + 8, in.u32(at + 4));
        }
        int vr = in.letters(at + 4);
        if (!Vr.isKnown(vr)) {
            throw broken(
                    "element (%04x,%04x) has no value representation".formatted(group, number));
        }
        if (!Vr.hasLongLength(vr)) {
            return new Element(group, number, vr, at + 8, in.u16(at + 6));
        }
        if (at + 12 > end) {
            throw outside(at, end);
        }
        return new Element(group, number, vr, at + 12, in.u32(at + 8));
    }

    /// Where the element after this one begins; this one and what lies in it are in the table then.
    private long entered(Element element, long end, Encoding encoding, int depth)
            throws IOException {
        int entry = table.open(element.tag(), element.vr, element.value - origin);
        long next = endOf(element, end, encoding, depth);
        table.close(entry, next - origin);
        return next;
    }

    private long endOf(Element element, long end, Encoding encoding, int depth) throws IOException {
        if (element.length == UNDEFINED) {
            if (element.vr == Vr.OB || element.vr == Vr.OW) {
                return fragments(element.value, end);
            }
            Encoding inner = element.vr == Vr.UN ? Encoding.IMPLICIT_LITTLE : encoding;
            return within(inner, encoding, element.value, end, UNDEFINED, depth);
        }
        long next = element.value + element.length;
        if (next > end) {
            throw outside(element.value, end);
        }
        if (element.vr == Vr.SQ || (element.vr == Vr.NONE && looksNested(element))) {
            sequence(element.value, next, element.length, encoding, depth + 1);
        } else if (element.vr == Vr.UN) {
            unknown(element, next, encoding, depth);
        }
        return next;
    }

    private boolean looksNested(Element element) throws IOException {
        return element.length >= 8
                && in.u16(element.value) == DELIMITERS
                && in.u16(element.value + 2) == ITEM;
    }

    /// Senders that do not know a sequence pass it on as a value of unknown kind. What looks like one and is none
    /// stays a value.
    private void unknown(Element element, long next, Encoding encoding, int depth)
            throws IOException {
        int entry = table.count();
        in.order(Encoding.IMPLICIT_LITTLE);
        try {
            if (looksNested(element)) {
                sequence(element.value, next, element.length, Encoding.IMPLICIT_LITTLE, depth + 1);
            }
        } catch (DicomReadException _) {
            table.forgetFrom(entry);
        } finally {
            in.order(encoding);
        }
    }

    private long within(Encoding inner, Encoding outer, long at, long end, long length, int depth)
            throws IOException {
        in.order(inner);
        long next = sequence(at, end, length, inner, depth + 1);
        in.order(outer);
        return next;
    }

    private long sequence(long start, long end, long length, Encoding encoding, int depth)
            throws IOException {
        if (depth > MAX_DEPTH) {
            throw broken("sequences lie more than " + MAX_DEPTH + " deep in each other");
        }
        long at = start;
        while (at < end || length == UNDEFINED) {
            Element item = element(at, end, encoding);
            if (item.group == DELIMITERS && item.number == SEQUENCE_END) {
                return item.value;
            }
            if (item.group != DELIMITERS || item.number != ITEM) {
                throw broken("a sequence holds something else than items");
            }
            if (item.length != UNDEFINED && item.length > end - item.value) {
                throw outside(item.value, end);
            }
            int entry = table.open(item.tag(), Vr.NONE, item.value - origin);
            at = item(item, end, encoding, depth);
            table.close(entry, at - origin);
        }
        return at;
    }

    private long item(Element item, long sequenceEnd, Encoding encoding, int depth)
            throws IOException {
        boolean open = item.length == UNDEFINED;
        long end = open ? sequenceEnd : item.value + item.length;
        long at = item.value;
        while (at < end || open) {
            Element element = element(at, end, encoding);
            if (element.group == DELIMITERS) {
                if (element.number == ITEM_END) {
                    return element.value;
                }
                throw broken("an item is closed by something else than its end");
            }
            at = entered(element, end, encoding, depth);
        }
        return at;
    }

    private long fragments(long start, long end) throws IOException {
        long at = start;
        while (true) {
            Element item = element(at, end, Encoding.IMPLICIT_LITTLE);
            if (item.group == DELIMITERS && item.number == SEQUENCE_END) {
                return item.value;
            }
            if (item.group != DELIMITERS || item.number != ITEM) {
                throw broken("compressed data holds something else than fragments");
            }
            at = item.value + item.length;
            if (at > end) {
                throw outside(item.value, end);
            }
        }
    }

    private DicomReadException outside(long at, long end) {
        return end == in.size()
                ? new DicomReadException(
                        new SkipReason.Truncated("it ends within the element at byte " + at))
                : broken("the element at byte " + at + " is longer than what encloses it");
    }

    private static DicomReadException broken(String detail) {
        return new DicomReadException(new SkipReason.BrokenStructure(detail));
    }
}
