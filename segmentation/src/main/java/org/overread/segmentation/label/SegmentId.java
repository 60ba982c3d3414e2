// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

/// Names a segment within a reading, for good: a number that is never given twice.
public record SegmentId(int number) {
    public SegmentId {
        if (number < 1) {
            throw new IllegalArgumentException(
                    "Segment number %d; it must be 1 or more.".formatted(number));
        }
    }
}
