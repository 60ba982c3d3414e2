// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import java.util.Arrays;

/// Where the elements of a header lie: each is followed by what it encloses. Positions count from the first byte of
/// the header, as if the values that are left out of it were not there.
final class ElementTable {
    static final ElementTable EMPTY = new ElementTable(0);

    private static final int FEW = 128;

    private int[] tags;
    private int[] starts;
    private int[] ends;
    private int[] nexts;
    private char[] vrs;
    private int count;

    ElementTable() {
        this(FEW);
    }

    private ElementTable(int room) {
        tags = new int[room];
        starts = new int[room];
        ends = new int[room];
        nexts = new int[room];
        vrs = new char[room];
    }

    /// An element begins; what is opened before it is closed lies in it.
    int open(int tag, int vr, long start) {
        if (count == tags.length) {
            grow(2 * count);
        }
        tags[count] = tag;
        vrs[count] = (char) vr;
        starts[count] = (int) start;
        return count++;
    }

    private void grow(int room) {
        tags = Arrays.copyOf(tags, room);
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
        nexts = Arrays.copyOf(nexts, room);
        vrs = Arrays.copyOf(vrs, room);
    }

    void close(int element, long end) {
        ends[element] = (int) end;
        nexts[element] = count;
    }

    /// Takes back an element and all that was opened after it.
    void forgetFrom(int element) {
        count = element;
    }

    int count() {
        return count;
    }

    /// `0xGGGGEEEE`
    int tag(int element) {
        return tags[element];
    }

    int vr(int element) {
        return vrs[element];
    }

    int start(int element) {
        return starts[element];
    }

    int length(int element) {
        return ends[element] - starts[element];
    }

    /// The first element behind this one that does not lie in it.
    int next(int element) {
        return nexts[element];
    }
}
