// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.FrameAttributes;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.value.ValueMeaning.VoiWindow;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.slice.tone.Window;

/// Reads how a file wants its values shown: windows by their VOI LUT function, then VOI look-up tables. What makes no
/// sense is left out, for a picture can do without.
public final class VoiReader {
    private VoiReader() {}

    /// For values as the plain rescale gives them.
    public static List<Preset> read(
            Attributes header, FrameAttributes frame, List<VoiWindow> windows) {
        var presets = new ArrayList<Preset>();
        String function =
                String.join("", frame.texts(TagNumbers.VOI_FUNCTION)).toUpperCase(Locale.ROOT);
        for (VoiWindow window : windows) {
            presets.add(new Preset(window.name(), curve(function, window)));
        }
        boolean signed =
                header.whole(TagNumbers.PIXEL_REPRESENTATION).orElse(0) == 1
                        || frame.number(TagNumbers.INTERCEPT).orElse(0) < 0;
        for (Attributes item : header.items(TagNumbers.VOI_LUT)) {
            table(item, signed)
                    .ifPresent(
                            table ->
                                    presets.add(
                                            new Preset(
                                                    item.text(TagNumbers.LUT_EXPLANATION), table)));
        }
        return List.copyOf(presets);
    }

    private static ToneCurve curve(String function, VoiWindow voi) {
        var window = new Window(voi.center(), voi.width());
        return switch (function) {
            case "SIGMOID" -> new ToneCurve.Sigmoid(window);
            case "LINEAR_EXACT" -> new ToneCurve.LinearExact(window);
            // LINEAR is what holds where nothing is said
            default -> new ToneCurve.Linear(new Window(1, 1)).withWindow(window);
        };
    }

    /// The table of an item; empty where it makes no sense.
    public static Optional<ToneCurve.Table> table(Attributes item) {
        return table(item, false);
    }

    private static Optional<ToneCurve.Table> table(Attributes item, boolean signed) {
        int[] descriptor = item.words(TagNumbers.LUT_DESCRIPTOR);
        int[] data = item.words(TagNumbers.LUT_DATA);
        if (descriptor.length != 3 || descriptor[2] < 1 || descriptor[2] > 16) {
            return Optional.empty();
        }
        int count = descriptor[0] == 0 ? 1 << 16 : descriptor[0];
        if (descriptor[2] <= 8 && data.length < count && data.length == (count + 1) / 2) {
            data = ModalityTable.bytesOf(data);
        }
        if (data.length < count) {
            return Optional.empty();
        }
        boolean minus = signed || isMarkedSigned(item);
        int first = minus ? (short) descriptor[1] : descriptor[1];
        int highest = (1 << descriptor[2]) - 1;
        return Optional.of(new ToneCurve.Table(first, 1, highest, Arrays.copyOf(data, count)));
    }

    /// Whether the descriptor itself is written with a sign.
    static boolean isMarkedSigned(Attributes item) {
        List<Double> descriptor = item.numbers(TagNumbers.LUT_DESCRIPTOR);
        return descriptor.size() == 3 && descriptor.get(1) < 0;
    }

    /// The same presets for values that are `factor` times the plain ones plus `shift`.
    public static List<Preset> scaled(List<Preset> presets, double factor, double shift) {
        return presets.stream()
                .map(preset -> new Preset(preset.name(), scaled(preset.curve(), factor, shift)))
                .toList();
    }

    private static ToneCurve scaled(ToneCurve curve, double factor, double shift) {
        return switch (curve) {
            case ToneCurve.LinearExact(Window window) ->
                    new ToneCurve.LinearExact(scaled(window, factor, shift));
            case ToneCurve.Linear(Window window) -> {
                // half a stored number off the middle, and exact once numbers are no whole ones
                double width = Math.max(window.width() - 1, 1e-3);
                var exact = new Window(window.center() - 0.5, width);
                yield new ToneCurve.LinearExact(scaled(exact, factor, shift));
            }
            case ToneCurve.Sigmoid(Window window) ->
                    new ToneCurve.Sigmoid(scaled(window, factor, shift));
            case ToneCurve.Table table -> table.scaled(factor, shift);
        };
    }

    private static Window scaled(Window window, double factor, double shift) {
        return new Window(window.center() * factor + shift, window.width() * Math.abs(factor));
    }
}
