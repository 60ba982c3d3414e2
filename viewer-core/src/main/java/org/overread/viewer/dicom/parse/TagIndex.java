// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import java.util.Arrays;
import java.util.TreeMap;

/// Finds the elements of one data set, those of its items left aside. Where a tag is there twice, the last one counts.
final class TagIndex {
    private final int[] tags;
    private final int[] elements;

    private TagIndex(int[] tags, int[] elements) {
        this.tags = tags;
        this.elements = elements;
    }

    /// The elements of `table` from `first` to before `end`.
    static TagIndex of(ElementTable table, int first, int end) {
        int count = 0;
        for (int element = first; element < end; element = table.next(element)) {
            count++;
        }
        int[] tags = new int[count];
        int[] elements = new int[count];
        boolean ascending = true;
        int n = 0;
        for (int element = first; element < end; element = table.next(element)) {
            tags[n] = key(table.tag(element));
            elements[n] = element;
            ascending &= n == 0 || tags[n - 1] < tags[n];
            n++;
        }
        return ascending ? new TagIndex(tags, elements) : sorted(tags, elements);
    }

    private static TagIndex sorted(int[] tags, int[] elements) {
        var last = new TreeMap<Integer, Integer>();
        for (int n = 0; n < tags.length; n++) {
            last.put(tags[n], elements[n]);
        }
        return new TagIndex(
                last.keySet().stream().mapToInt(Integer::intValue).toArray(),
                last.values().stream().mapToInt(Integer::intValue).toArray());
    }

    /// Whether there is any from `first` to `last`.
    boolean hasAny(int first, int last) {
        int n = Arrays.binarySearch(tags, key(first));
        int at = n < 0 ? -n - 1 : n;
        return at < tags.length && tags[at] <= key(last);
    }

    /// Tags are unsigned.
    private static int key(int tag) {
        return tag ^ Integer.MIN_VALUE;
    }

    /// The element, or a negative number.
    int find(int tag) {
        int n = Arrays.binarySearch(tags, key(tag));
        return n < 0 ? n : elements[n];
    }
}
