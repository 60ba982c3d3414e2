// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/// Arrays for the labels of pixels, used again from picture to picture: made anew for each they would be most of what
/// the collector has to do, and pauses are seen.
///
/// One picture at a time; any thread.
final class SetRoom {
    /// For two versions of labels, in panes of two sizes.
    private static final int KEPT = 4;

    private final Deque<long[]> free = new ArrayDeque<>();
    private final List<long[]> lent = new ArrayList<>();

    /// At least `length` long, whatever is in it, until all is taken back.
    synchronized long[] take(int length) {
        for (Iterator<long[]> some = free.iterator(); some.hasNext(); ) {
            long[] array = some.next();
            if (array.length >= length && array.length / 8 <= length) {
                some.remove();
                lent.add(array);
                return array;
            }
        }
        long[] made = new long[length];
        lent.add(made);
        return made;
    }

    /// The picture is drawn.
    synchronized void takeBack() {
        lent.forEach(free::addFirst);
        lent.clear();
        while (free.size() > KEPT) {
            free.removeLast();
        }
    }

    /// Frees what is not lent.
    synchronized void clear() {
        free.clear();
    }
}
