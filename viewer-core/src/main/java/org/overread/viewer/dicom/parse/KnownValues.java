// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What headers said before: files of one series repeat most of their values. Those are made once and kept once, so
/// that long series take little memory and what is alike is told at a glance. One thread asks.
final class KnownValues {
    private static final int BITS = 8;
    private static final int SPREAD =
            0x9e3779b9; // 2^32 over the golden ratio: neighbours land far apart

    /// Longer values hardly repeat.
    private static final int LONGEST = 128;

    private final @Nullable Known[] slots = new Known[1 << BITS];

    private static final class Known {
        private final int tag;
        private final int vr;
        private final ByteOrder order;
        private final byte[] written;
        private @Nullable List<String> texts;
        private @Nullable List<Double> numbers;

        Known(int tag, HeaderValue value) {
            this.tag = tag;
            vr = value.vr();
            order = value.order();
            written = value.raw();
        }

        boolean is(int other, HeaderValue value) {
            return tag == other
                    && vr == value.vr()
                    && order == value.order()
                    && value.isWritten(written);
        }
    }

    List<String> texts(int tag, HeaderValue value, CharacterSet characters) {
        if (value.length() > LONGEST) {
            return value.texts(characters);
        }
        Known known = at(tag, value);
        if (known.texts != null) {
            return known.texts;
        }
        List<String> made = value.texts(characters);
        if (!value.isInCharacterSet()) { // other files may write the same letters in another set
            known.texts = made;
        }
        return made;
    }

    List<Double> numbers(int tag, HeaderValue value) {
        if (value.length() > LONGEST) {
            return value.numbers();
        }
        Known known = at(tag, value);
        if (known.numbers == null) {
            known.numbers = value.numbers();
        }
        return known.numbers;
    }

    private Known at(int tag, HeaderValue value) {
        int slot = (tag * SPREAD) >>> (Integer.SIZE - BITS);
        Known here = slots[slot];
        if (here == null || !here.is(tag, value)) {
            here = new Known(tag, value);
            slots[slot] = here;
        }
        return here;
    }
}
