// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// One value of a header, told apart by its representation `vr`, which is never [Vr#NONE].
record HeaderValue(HeaderBytes bytes, int vr, int start, int length, ByteOrder order) {

    byte[] raw() {
        return bytes.copy(start, length);
    }

    /// Every value as text, trimmed. What holds other letters than those of ASCII is written in `characters`.
    List<String> texts(CharacterSet characters) {
        if (length == 0) {
            return List.of();
        }
        if (Vr.isText(vr)) {
            return divided(isInCharacterSet() ? characters.text(raw()) : utf8());
        }
        if (vr == Vr.UN) {
            return List.of(trimmed(utf8()));
        }
        boolean isFloat = vr == Vr.FD || vr == Vr.FL;
        return numbers().stream()
                .map(n -> isFloat ? n.toString() : Long.toString(n.longValue()))
                .toList();
    }

    /// Whether it can only be read with the character set that its data set names.
    boolean isInCharacterSet() {
        return Vr.isTranslated(vr) && !isPlain();
    }

    boolean isWritten(byte[] other) {
        return bytes.areAt(start, length, other);
    }

    /// Neither other letters nor escape sequences.
    private boolean isPlain() {
        for (int n = start; n < start + length; n++) {
            byte letter = bytes.at(n);
            if (letter < ' ' && letter != 0 && letter != '\r' && letter != '\n') {
                return false;
            }
        }
        return true;
    }

    private String utf8() {
        return new String(raw(), StandardCharsets.UTF_8);
    }

    private List<String> divided(String text) {
        if (!Vr.isDivided(vr) || text.indexOf('\\') < 0) {
            return List.of(trimmed(text));
        }
        var values = new ArrayList<String>();
        int from = 0;
        while (from < text.length()) { // nothing behind the last backslash is no value
            int end = text.indexOf('\\', from);
            int to = end < 0 ? text.length() : end;
            values.add(trimmed(text.substring(from, to)));
            from = to + 1;
        }
        return Collections.unmodifiableList(values);
    }

    private static String trimmed(String text) {
        return text.replace('\0', ' ').trim();
    }

    /// Every value as a number; a value that is none is NaN.
    List<Double> numbers() {
        if (length == 0) {
            return List.of();
        }
        return switch (vr) {
            case Vr.US -> each(2, at -> Short.toUnsignedInt(bytes.int16(at, order)));
            case Vr.SS -> each(2, at -> bytes.int16(at, order));
            case Vr.UL -> each(4, at -> Integer.toUnsignedLong(bytes.int32(at, order)));
            case Vr.SL -> each(4, at -> bytes.int32(at, order));
            case Vr.UV, Vr.SV -> each(8, at -> bytes.int64(at, order));
            case Vr.FL -> each(4, at -> Float.intBitsToFloat(bytes.int32(at, order)));
            case Vr.FD -> each(8, at -> Double.longBitsToDouble(bytes.int64(at, order)));
            case Vr.UN -> unknown();
            default -> Vr.isText(vr) ? parsed() : List.of();
        };
    }

    private List<Double> each(int size, IntToDoubleFunction number) {
        int count = length / size;
        return count == 1
                ? List.of(number.applyAsDouble(start))
                : IntStream.range(0, count)
                        .mapToObj(n -> number.applyAsDouble(start + n * size))
                        .toList();
    }

    /// Private numbers whose kind nobody passed on: digits, or else what fills the length.
    private List<Double> unknown() {
        if (isDigits()) {
            return parsed();
        }
        int size = length % 8 == 0 ? 8 : 4;
        return length % size != 0
                ? List.of()
                : new HeaderValue(bytes, size == 8 ? Vr.FD : Vr.FL, start, length, order).numbers();
    }

    private boolean isDigits() {
        boolean some = false;
        for (int n = start; n < start + length; n++) {
            byte letter = bytes.at(n);
            some |= letter >= '0' && letter <= '9';
            if (letter != 0 && "0123456789+-.eE \\".indexOf(letter) < 0) {
                return false;
            }
        }
        return some;
    }

    /// Blanks alone are no value.
    private List<Double> parsed() {
        List<String> texts = divided(utf8());
        if (texts.size() == 1) {
            return texts.getFirst().isEmpty() ? List.of() : List.of(parse(texts.getFirst()));
        }
        var numbers = new ArrayList<Double>(texts.size());
        texts.forEach(text -> numbers.add(parse(text)));
        return Collections.unmodifiableList(numbers);
    }

    private static Double parse(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    /// Unsigned 16-bit words, as tables are stored; none where the value is of another kind.
    int[] words() {
        boolean wordy = vr == Vr.US || vr == Vr.SS || vr == Vr.OW || vr == Vr.UN;
        int[] words = new int[wordy ? length / 2 : 0];
        for (int n = 0; n < words.length; n++) {
            words[n] = Short.toUnsignedInt(bytes.int16(start + 2 * n, order));
        }
        return words;
    }
}
