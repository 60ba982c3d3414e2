// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.overread.viewer.dicom.frame.FileHeader;
import org.overread.viewer.dicom.frame.Frame;
import org.overread.viewer.dicom.pixel.PixelLayout;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.dicom.value.Rescale;
import org.overread.viewer.dicom.value.SliceValues;
import org.overread.viewer.dicom.value.ValueMeaning;
import org.overread.viewer.dicom.value.ValueMeaning.VoiWindow;
import org.overread.viewer.dicom.value.ValueNote;
import org.overread.viewer.dicom.value.VoiReader;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.volume.ValueUnit;

/// One meaning for all slices of a volume: the better values if every slice has them in the same unit.
record VolumeValues(List<SliceSource> slices, ValueMeaning meaning) {
    /// Of a whole number that a float holds.
    private static final int EXACT_BITS = 24;

    static VolumeValues of(List<Frame> frames) {
        boolean better =
                frames.stream().allMatch(frame -> frame.values().better().isPresent())
                        && isOneUnit(frames.stream().map(f -> f.values().best()).toList());
        List<SliceValues> values =
                frames.stream().map(f -> better ? f.values().best() : f.values().plain()).toList();
        var slices = new ArrayList<SliceSource>();
        for (int k = 0; k < frames.size(); k++) {
            slices.add(frames.get(k).source().withRescale(values.get(k).rescale()));
        }
        int middle = frames.size() / 2;
        SliceValues chosen = values.get(middle);
        boolean some = frames.stream().anyMatch(frame -> frame.values().better().isPresent());
        var notes = new ArrayList<ValueNote>(chosen.notes());
        if (some && !better) {
            notes.add(new ValueNote.UnitsDiffer());
        }
        PixelLayout layout = slices.getFirst().layout();
        boolean wide =
                layout.isFloat()
                        ? layout.bitsStored() > Float.SIZE
                        : layout.bitsStored() > EXACT_BITS;
        if (wide && !layout.isColour() && slices.getFirst().table().isEmpty()) {
            notes.add(new ValueNote.DigitsRounded(layout.bitsStored()));
        }
        FileHeader header = frames.get(middle).header();
        OptionalDouble padding = header.storedPadding();
        boolean colours = slices.getFirst().layout().isColour();
        Rescale plain = frames.get(middle).values().plain().rescale();
        return new VolumeValues(
                List.copyOf(slices),
                new ValueMeaning(
                        isOneUnit(values) ? chosen.unit() : ValueUnit.ARBITRARY,
                        header.polarity(),
                        colours ? List.of() : windows(header.windows(), plain, chosen.rescale()),
                        colours ? List.of() : presets(header.presets(), plain, chosen.rescale()),
                        padding.isPresent()
                                ? OptionalDouble.of(
                                        slices.get(middle).valueOf(padding.getAsDouble()))
                                : padding,
                        notes));
    }

    private static boolean isOneUnit(List<SliceValues> values) {
        return values.stream().map(SliceValues::unit).distinct().count() == 1;
    }

    /// Windows are meant for what the plain rescale gives.
    private static List<VoiWindow> windows(List<VoiWindow> windows, Rescale plain, Rescale chosen) {
        if (chosen.equals(plain)) {
            return windows;
        }
        double factor = chosen.slope() / plain.slope();
        double shift = chosen.intercept() - plain.intercept() * factor;
        return windows.stream()
                .map(
                        window ->
                                new VoiWindow(
                                        window.name(),
                                        window.center() * factor + shift,
                                        window.width() * Math.abs(factor)))
                .toList();
    }

    private static List<Preset> presets(List<Preset> presets, Rescale plain, Rescale chosen) {
        double factor = chosen.slope() / plain.slope();
        double shift = chosen.intercept() - plain.intercept() * factor;
        return chosen.equals(plain) ? presets : VoiReader.scaled(presets, factor, shift);
    }
}
