// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.FrameAttributes;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.present.PresentationState.Missing;
import org.overread.viewer.dicom.present.PresentationState.Windowed;
import org.overread.viewer.dicom.value.ModalityTable;
import org.overread.viewer.dicom.value.Rescale;
import org.overread.viewer.dicom.value.ValueMeaning.VoiWindow;
import org.overread.viewer.dicom.value.VoiReader;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.ToneCurve;

/// Reads what becomes of the numbers: modality, VOI and presentation look-up (PS3.4 N.2.1).
final class GreysReader {
    /// What is larger, or smaller than its inverse, is damage.
    private static final double MOST = 1e12;

    private final Attributes header;
    private final Named named;
    private final Set<Missing> missing;

    GreysReader(Attributes header, Named named, Set<Missing> missing) {
        this.header = header;
        this.named = named;
        this.missing = missing;
    }

    Greys read() {
        return new Greys(table(), rescale(), windows(), polarity(), output());
    }

    private Optional<ModalityTable> table() {
        try {
            return ModalityTable.read(header);
        } catch (DicomReadException _) { // the state is shown without it, and says so
            missing.add(Missing.BROKEN_GREYS);
            return Optional.empty();
        }
    }

    /// Numbers as they are stored where it says none.
    private Rescale rescale() {
        double slope = header.number(TagNumbers.SLOPE).orElse(1);
        double intercept = header.number(TagNumbers.INTERCEPT).orElse(0);
        if (isSane(slope) && isSane(1 / slope) && isSane(intercept)) {
            return new Rescale(slope, intercept);
        }
        missing.add(Missing.BROKEN_GREYS);
        return Rescale.IDENTITY;
    }

    private List<Windowed> windows() {
        var all = new ArrayList<Windowed>();
        for (Attributes item : header.items(PresentationTags.VOI)) {
            List<Double> centers = item.numbers(TagNumbers.WINDOW_CENTER);
            List<Double> widths = item.numbers(TagNumbers.WINDOW_WIDTH);
            List<String> names = item.texts(TagNumbers.WINDOW_NAME);
            var windows = new ArrayList<VoiWindow>();
            for (int n = 0; n < Math.min(centers.size(), widths.size()); n++) {
                if (isWindow(centers.get(n), widths.get(n))) {
                    String name = n < names.size() ? names.get(n) : "";
                    windows.add(new VoiWindow(name, centers.get(n), widths.get(n)));
                }
            }
            FrameAttributes own = FrameAttributes.of(item, List.of(header));
            List<Preset> presets = VoiReader.read(item, own, windows);
            presets.forEach(preset -> all.add(new Windowed(named.images(item), preset)));
            if (presets.isEmpty()) {
                missing.add(Missing.BROKEN_GREYS);
            }
        }
        return all;
    }

    private static boolean isWindow(double center, double width) {
        return isSane(center) && isSane(1 / width) && isSane(width) && width > 0;
    }

    private static boolean isSane(double number) {
        return Math.abs(number) <= MOST; // NaN is not
    }

    private Optional<Polarity> polarity() {
        return switch (header.text(PresentationTags.GREYS_SHAPE)) {
            case "IDENTITY" -> Optional.of(Polarity.NORMAL);
            case "INVERSE" -> Optional.of(Polarity.INVERTED);
            case "" -> // a table of its own says it all
                    header.items(PresentationTags.GREYS_TABLE).isEmpty()
                            ? Optional.empty()
                            : Optional.of(Polarity.NORMAL);
            default -> {
                missing.add(Missing.BROKEN_GREYS);
                yield Optional.empty();
            }
        };
    }

    /// Whatever values the window makes, they fill the table's from its first entry to its last (PS3.3 C.11.6.1).
    private Optional<ToneCurve.Table> output() {
        Optional<Attributes> item = header.item(PresentationTags.GREYS_TABLE);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        Optional<ToneCurve.Table> table =
                VoiReader.table(item.get()).filter(read -> read.size() > 1);
        if (table.isEmpty()) {
            missing.add(Missing.BROKEN_GREYS);
        }
        return table.map(GreysReader::overLevels);
    }

    private static ToneCurve.Table overLevels(ToneCurve.Table table) {
        double step = 255.0 / (table.size() - 1);
        return table.scaled(step, -table.first() * step);
    }
}
