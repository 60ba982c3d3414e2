// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.masks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.reading.CommonStructures;
import org.overread.segmentation.label.Code;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Structure;

/// Structures as a person types them: a name, and `label=` before it where the label is not 1.
final class StructureText {
    private static final int MOST_LABELS = 255;

    /// Okabe and Ito's, which colour-blind people tell apart.
    private static final List<Integer> COLORS =
            List.of(0x56B4E9, 0xE69F00, 0x009E73, 0xF0E442, 0xCC79A7, 0xD55E00, 0x0072B2, 0x999999);

    private StructureText() {}

    /// By label; known names bring their code, any other is a name alone. Each of the first eight labels has
    /// a colour of its own.
    static Map<Integer, Structure> of(List<String> texts) throws CommandRefused {
        var structures = new LinkedHashMap<Integer, Structure>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            int label = equals < 0 ? 1 : label(text.substring(0, equals), text);
            String name = text.substring(equals + 1).strip();
            if (name.isEmpty()) {
                throw new CommandRefused("--structure '%s' names no structure.".formatted(text));
            }
            if (structures.put(label, CommonStructures.named(name, color(label))) != null) {
                throw new CommandRefused("--structure names label %d twice.".formatted(label));
            }
        }
        return structures;
    }

    private static int label(String number, String text) throws CommandRefused {
        try {
            int label = Integer.parseInt(number.strip());
            if (label >= 1 && label <= MOST_LABELS) {
                return label;
            }
        } catch (NumberFormatException _) {
            // the same sentence
        }
        throw new CommandRefused(
                "--structure takes NAME or LABEL=NAME, the label 1 to %d, not '%s'."
                        .formatted(MOST_LABELS, text));
    }

    private static LabelColor color(int label) {
        int rgb = COLORS.get((label - 1) % COLORS.size());
        return new LabelColor(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /// Every structure that brings a code, on a line each.
    static String known() {
        return CommonStructures.all(color(1)).stream()
                .map(
                        one ->
                                "    %-22s %s"
                                        .formatted(
                                                one.name(),
                                                one.code().map(StructureText::said).orElse("")))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String said(Code code) {
        return code.scheme() + " " + code.value();
    }
}
