// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.scene.control.TextField;

/// A field for one number, or for none where it is left empty: taken with Enter and when the keyboard leaves; what is no
/// number is put back. FX thread.
public final class FigureField extends TextField {
    private OptionalDouble value = OptionalDouble.empty();
    private final Consumer<OptionalDouble> taken;

    /// `name` is read aloud; `columns` is how many figures are seen.
    public FigureField(String name, int columns, Consumer<OptionalDouble> taken) {
        this.taken = taken;
        setAccessibleText(name);
        setPrefColumnCount(columns);
        setMinWidth(0);
        setOnAction(_ -> take());
        focusedProperty()
                .subscribe(
                        has -> {
                            if (!has) {
                                take();
                            }
                        });
    }

    public OptionalDouble value() {
        return value;
    }

    /// Shows another number and tells nobody.
    public void show(OptionalDouble now) {
        value = now;
        setText(now.isPresent() ? plain(now.getAsDouble()) : "");
    }

    private void take() {
        String text = getText() == null ? "" : getText().strip().replace('−', '-');
        OptionalDouble now;
        try {
            now = text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(parse(text));
        } catch (NumberFormatException _) {
            show(value);
            return;
        }
        if (!now.equals(value)) {
            value = now;
            taken.accept(now);
        }
    }

    private static double parse(String text) {
        double number = Double.parseDouble(text.replace(',', '.'));
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3g", value);
    }
}
