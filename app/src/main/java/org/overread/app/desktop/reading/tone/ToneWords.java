// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.slice.tone.Window;

/// What is said of windows and colours.
public final class ToneWords {
    private ToneWords() {}

    /// Width and level in the manner of all viewers.
    public static String of(Window window) {
        return "W %s  L %s".formatted(number(window.width()), number(window.center()));
    }

    /// What is not as usual, by name: a curve that is no straight line, a map that is not grey; empty where all is.
    /// `presets` name the tables.
    public static String unusual(Tone tone, List<Preset> presets) {
        var words = new ArrayList<String>(2);
        switch (tone.curve()) {
            case ToneCurve.LinearExact _, ToneCurve.Linear _ -> {}
            case ToneCurve.Sigmoid _ -> words.add("Sigmoid");
            case ToneCurve.Table table -> words.add(name(table, presets));
        }
        if (!tone.map().equals(ColorMap.GREY)) {
            words.add(tone.map().name());
        }
        return String.join(", ", words);
    }

    private static String name(ToneCurve.Table table, List<Preset> presets) {
        return presets.stream()
                .filter(preset -> preset.curve().equals(table))
                .findFirst()
                .map(Preset::name)
                .map(name -> name.startsWith("Table") ? name : "Table " + name)
                .orElse("Table");
    }

    /// The figures of a preset in a list: a table has none, a soft curve says so.
    static String figures(Preset preset) {
        return switch (preset.curve()) {
            case ToneCurve.LinearExact(Window window) -> of(window);
            case ToneCurve.Linear(Window window) -> of(window);
            case ToneCurve.Sigmoid(Window window) -> "sigmoid  " + of(window);
            case ToneCurve.Table _ -> "table";
        };
    }

    /// Whole numbers where a window is wide, as many figures as matter where it is narrow.
    private static String number(double value) {
        String pattern = Math.abs(value) >= 100 || value == Math.rint(value) ? "%.0f" : "%.3g";
        return String.format(Locale.ROOT, pattern, value).replace('-', '−');
    }
}
