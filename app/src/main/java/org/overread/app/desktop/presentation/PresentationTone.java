// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.util.List;
import java.util.Optional;
import org.overread.viewer.dicom.pixel.PixelLayout;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.dicom.present.Greys;
import org.overread.viewer.dicom.present.PresentationState.Windowed;
import org.overread.viewer.dicom.value.ModalityTable;
import org.overread.viewer.dicom.value.VoiReader;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.ToneChain;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.slice.tone.Window;

/// The curve that a presentation state wants for a slice: from the volume's own numbers, which may be others than the
/// state's, to levels.
final class PresentationTone {
    private static final int HIGHEST = 65535;

    private final Greys greys;
    private final SliceSource slice;

    private PresentationTone(Greys greys, SliceSource slice) {
        this.greys = greys;
        this.slice = slice;
    }

    /// Empty where the state has none for the slice, or one whose numbers are not to be told from those of the volume.
    static Optional<ToneCurve> of(Greys greys, SliceSource slice) {
        var tone = new PresentationTone(greys, slice);
        return tone.wanted().filter(_ -> tone.knowsNumbers()).map(tone::ofVolume);
    }

    /// Whether the state's numbers can be told from those of the volume.
    static boolean knowsNumbers(Greys greys, SliceSource slice) {
        return new PresentationTone(greys, slice).knowsNumbers();
    }

    private boolean knowsNumbers() {
        return slice.table().isPresent()
                ? slice.table().equals(greys.table())
                : greys.table().isEmpty() || hasEntryForEach(slice.layout());
    }

    private static boolean hasEntryForEach(PixelLayout layout) {
        return !layout.isFloat() && layout.highest() - layout.lowest() <= HIGHEST;
    }

    /// Over the state's own numbers. What goes through a table at the end goes there from black to white.
    private Optional<ToneCurve> wanted() {
        Optional<ToneCurve> window =
                greys.windows().stream()
                        .filter(one -> PresentationModel.means(one.on(), slice))
                        .findFirst()
                        .map(Windowed::preset)
                        .map(Preset::curve);
        return greys.output()
                .map(output -> (ToneCurve) ToneChain.of(window.orElseGet(this::all), output))
                .or(() -> window);
    }

    /// Without a window all numbers that there can be.
    private ToneCurve all() {
        double low = number(slice.lowest());
        double high = number(slice.highest());
        return new ToneCurve.LinearExact(
                new Window((low + high) / 2, Math.max(Math.abs(high - low), 1)));
    }

    private double number(double stored) {
        return greys.table().isPresent() || slice.table().isPresent()
                ? stored
                : greys.rescale().apply(stored);
    }

    private ToneCurve ofVolume(ToneCurve wanted) {
        double slope = slice.rescale().slope();
        double intercept = slice.rescale().intercept();
        if (slice.table().isPresent()) { // the same as the state's
            return scaled(wanted, slope, intercept);
        }
        if (greys.table().isPresent()) {
            return scaled(overStored(wanted, greys.table().get()), slope, intercept);
        }
        double factor = slope / greys.rescale().slope();
        return scaled(wanted, factor, intercept - factor * greys.rescale().intercept());
    }

    private ToneCurve overStored(ToneCurve wanted, ModalityTable table) {
        long lowest = (long) slice.layout().lowest();
        int count = (int) ((long) slice.layout().highest() - lowest) + 1;
        int[] entries = new int[count];
        for (int n = 0; n < count; n++) {
            double level = wanted.level(table.at(lowest + n));
            entries[n] = (int) Math.round(HIGHEST * level / 255);
        }
        return new ToneCurve.Table(lowest, 1, HIGHEST, entries);
    }

    private static ToneCurve scaled(ToneCurve curve, double factor, double shift) {
        return factor == 1 && shift == 0
                ? curve
                : VoiReader.scaled(List.of(new Preset("", curve)), factor, shift)
                        .getFirst()
                        .curve();
    }
}
