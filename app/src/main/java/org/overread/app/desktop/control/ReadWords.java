// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import java.util.function.Function;
import javafx.util.StringConverter;

/// The words of things that people choose and never type.
public final class ReadWords<T> extends StringConverter<T> {
    private final Function<T, String> words;

    private ReadWords(Function<T, String> words) {
        this.words = words;
    }

    public static <T> ReadWords<T> of(Function<T, String> words) {
        return new ReadWords<>(words);
    }

    @Override
    public String toString(T one) {
        return one == null ? "" : words.apply(one);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("nothing is typed here");
    }
}
