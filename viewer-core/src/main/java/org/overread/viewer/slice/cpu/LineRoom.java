// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Arrays for lines of samples, used again from row to row and from picture to picture: hundreds of them a picture
/// would be the collector's.
///
/// One picture at a time; any thread.
final class LineRoom {
    private final Queue<float[]> free = new ConcurrentLinkedQueue<>();
    private final Queue<float[]> lent = new ConcurrentLinkedQueue<>();

    /// Sums of nothing, until given back.
    float[] take(int length) {
        float[] left = free.poll();
        if (left == null || left.length != length) {
            return new float[length];
        }
        Arrays.fill(left, 0);
        return left;
    }

    void give(float[] line) {
        free.add(line);
    }

    /// Sums of nothing, until all are taken back.
    float[] lend(int length) {
        float[] line = take(length);
        lent.add(line);
        return line;
    }

    /// The picture is drawn; `kept` arrays are kept for the next.
    void takeBack(int kept) {
        free.addAll(lent);
        lent.clear();
        for (int surplus = free.size() - kept; surplus > 0; surplus--) {
            free.poll();
        }
    }
}
