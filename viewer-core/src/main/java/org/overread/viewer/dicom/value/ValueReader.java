// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.FrameAttributes;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.volume.ValueUnit;

/// Reads what a file's stored numbers mean. One for a file.
public final class ValueReader {
    private static final String ENHANCED_PET = "1.2.840.10008.5.1.4.1.1.130";
    private static final ValueNote NO_ACTIVITY =
            new ValueNote.NoSuv("its values are not stated as activity");

    private final String modality;
    private final String petUnits;
    private final Optional<ValueNote> suv;
    private final boolean enhancedPet;

    public ValueReader(Attributes header) {
        modality = header.text(TagNumbers.MODALITY);
        petUnits = header.text(TagNumbers.PET_UNITS).toUpperCase(Locale.ROOT);
        enhancedPet = header.text(TagNumbers.SOP_CLASS).equals(ENHANCED_PET);
        boolean asks = modality.equals("PT") && !petUnits.isEmpty() && !petUnits.equals("GML");
        suv =
                enhancedPet
                        ? Optional.of(SuvScale.ofEnhanced(header))
                        : asks ? Optional.of(SuvScale.of(header)) : Optional.empty();
    }

    /// Stored numbers lie between `lowest` and `highest`.
    public ValueChoice read(
            FrameAttributes frame, double lowest, double highest, Unusable otherwise)
            throws DicomReadException {
        Rescale rescale = rescale(frame, otherwise);
        var notes = new ArrayList<ValueNote>();
        philipsScale(frame).ifPresent(notes::add);
        Optional<SliceValues> map = RealWorldMap.read(frame, rescale, lowest, highest);
        boolean mapIsUsed =
                map.isPresent() && map.get().notes().getFirst() instanceof ValueNote.RealWorldMap;
        if (map.isPresent() && !mapIsUsed) {
            notes.addAll(map.get().notes());
        }
        Optional<SliceValues> better = Optional.empty();
        if (mapIsUsed) {
            better = map.map(values -> withUptake(with(values, notes)));
        } else if (enhancedPet) {
            notes.add(NO_ACTIVITY);
        } else if (suv.isPresent()) {
            switch (suv.get()) {
                case ValueNote.SuvScaled scaled ->
                        better = Optional.of(suv(rescale, scaled, notes));
                case ValueNote note -> notes.add(note);
            }
        }
        return new ValueChoice(new SliceValues(rescale, unit(frame), notes), better);
    }

    /// What to do about a rescale that makes no number.
    public enum Unusable {
        REFUSED,
        /// Floating point pixels are values already.
        PASSED_OVER
    }

    private static SliceValues with(SliceValues values, List<ValueNote> more) {
        var all = new ArrayList<>(values.notes());
        all.addAll(more);
        return new SliceValues(values.rescale(), values.unit(), all);
    }

    /// Enhanced PET states its activity by the map alone, so what the map gives is what becomes SUV.
    private SliceValues withUptake(SliceValues mapped) {
        if (!enhancedPet || mapped.unit() == ValueUnit.SUV || suv.isEmpty()) {
            return mapped;
        }
        if (mapped.unit() != ValueUnit.BECQUERELS_PER_ML) {
            return with(mapped, List.of(NO_ACTIVITY));
        }
        return suv.get() instanceof ValueNote.SuvScaled scaled
                ? suv(mapped.rescale(), scaled, mapped.notes())
                : with(mapped, List.of(suv.get()));
    }

    private static SliceValues suv(
            Rescale rescale, ValueNote.SuvScaled scaled, List<ValueNote> notes) {
        var scaledRescale =
                new Rescale(
                        rescale.slope() * scaled.factor(), rescale.intercept() * scaled.factor());
        return with(new SliceValues(scaledRescale, ValueUnit.SUV, List.of(scaled)), notes);
    }

    private static Rescale rescale(FrameAttributes frame, Unusable otherwise)
            throws DicomReadException {
        double slope =
                frame.number(TagNumbers.SLOPE)
                        .orElse(frame.number(TagNumbers.DOSE_SCALE).orElse(1));
        double intercept = frame.number(TagNumbers.INTERCEPT).orElse(0);
        boolean usable = Double.isFinite(slope) && Double.isFinite(intercept) && slope != 0;
        if (!usable && otherwise == Unusable.REFUSED) {
            throw new DicomReadException(
                    new SkipReason.UnsupportedPixels(
                            "their values would be stored × %s + %s".formatted(slope, intercept)));
        }
        return usable ? new Rescale(slope, intercept) : Rescale.IDENTITY;
    }

    private ValueUnit unit(FrameAttributes frame) {
        if (modality.equals("PT")) {
            return switch (petUnits) {
                case "GML" -> ValueUnit.SUV;
                case "BQML" -> ValueUnit.BECQUERELS_PER_ML;
                case "CNTS" -> ValueUnit.COUNTS;
                case "CPS" -> ValueUnit.COUNTS_PER_SECOND;
                default -> ValueUnit.ARBITRARY;
            };
        }
        if (modality.equals("RTDOSE")) {
            boolean gray =
                    frame.joined(TagNumbers.DOSE_UNITS).toUpperCase(Locale.ROOT).equals("GY");
            return gray ? ValueUnit.GRAY : ValueUnit.ARBITRARY;
        }
        String type =
                String.join("", frame.texts(TagNumbers.RESCALE_TYPE)).toUpperCase(Locale.ROOT);
        boolean hounsfield = type.equals("HU") || (modality.equals("CT") && type.isEmpty());
        return hounsfield ? ValueUnit.HU : ValueUnit.ARBITRARY;
    }

    /// In enhanced files it lies in a private sequence beside many other things.
    private static Optional<ValueNote> philipsScale(FrameAttributes frame) {
        List<Attributes> own = frame.items(TagNumbers.PHILIPS_FRAME);
        return own.isEmpty()
                ? philipsScale(
                        frame.number(TagNumbers.PHILIPS_SCALE_SLOPE),
                        frame.number(TagNumbers.PHILIPS_SCALE_INTERCEPT))
                : philipsScale(
                        own.getFirst().number(TagNumbers.PHILIPS_SCALE_SLOPE),
                        own.getFirst().number(TagNumbers.PHILIPS_SCALE_INTERCEPT));
    }

    private static Optional<ValueNote> philipsScale(
            OptionalDouble slope, OptionalDouble intercept) {
        double by = slope.orElse(Double.NaN);
        double from = intercept.orElse(Double.NaN);
        return Double.isFinite(by) && Double.isFinite(from) && by != 0
                ? Optional.of(new ValueNote.PhilipsScale(by, from))
                : Optional.empty();
    }
}
