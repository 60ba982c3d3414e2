// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import org.overread.viewer.dicom.file.DicomReadException;

/// Expands a segmented palette table (DICOM PS3.3 C.7.9.2): runs of levels as they are, straight lines, and repetitions
/// of earlier segments.
final class PaletteSegments {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    /// Whether a segment may point at others: those that it points at may not.
    private enum Repeating {
        ALLOWED,
        REFUSED
    }

    private final int[] code;
    private final int[] levels;
    private int count;

    private PaletteSegments(int[] code, int entries) {
        this.code = code;
        levels = new int[entries];
    }

    static int[] expand(int[] code, int entries) throws DicomReadException {
        var segments = new PaletteSegments(code, entries);
        int at = 0;
        while (at < code.length && segments.count < entries) {
            at = segments.segment(at, Repeating.ALLOWED);
        }
        if (segments.count < entries) {
            throw PaletteReader.broken(
                    "it holds %d of %d colours".formatted(segments.count, entries));
        }
        return segments.levels;
    }

    /// Expands the segment at a place and says where the next one is.
    private int segment(int at, Repeating repeating) throws DicomReadException {
        int opcode = word(at);
        int length = word(at + 1);
        return switch (opcode) {
            case DISCRETE -> {
                for (int n = 0; n < length; n++) {
                    add(word(at + 2 + n));
                }
                yield at + 2 + length;
            }
            case LINEAR -> {
                if (count == 0) {
                    throw PaletteReader.broken("it begins with a line from nowhere");
                }
                int from = levels[count - 1];
                int to = word(at + 2);
                for (int n = 1; n <= length; n++) {
                    add((int) Math.round(from + (double) (to - from) * n / length));
                }
                yield at + 3;
            }
            case INDIRECT -> {
                if (repeating == Repeating.REFUSED) {
                    throw PaletteReader.broken("its repetitions repeat each other");
                }
                int from = word(at + 2) | word(at + 3) << 16;
                for (int n = 0; n < length; n++) {
                    from = segment(from, Repeating.REFUSED);
                }
                yield at + 4;
            }
            default -> throw PaletteReader.broken("it has segments of the kind " + opcode);
        };
    }

    private void add(int level) throws DicomReadException {
        if (count == levels.length) {
            throw PaletteReader.broken("it holds more than %d colours".formatted(count));
        }
        levels[count++] = level;
    }

    private int word(int at) throws DicomReadException {
        if (at < 0 || at >= code.length) {
            throw PaletteReader.broken("it is cut short");
        }
        return code[at];
    }
}
