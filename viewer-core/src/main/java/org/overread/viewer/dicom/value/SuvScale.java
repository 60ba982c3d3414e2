// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.value;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.value.ValueNote.DecayReference;

/// What makes a PET image SUV by body weight, by the rules that the Quantitative Imaging Biomarkers Alliance collected
/// from the makers of scanners. Where one number is missing there is no SUV, and the reason says which.
final class SuvScale {
    private static final Duration DAY = Duration.ofDays(1);
    private static final double MOST_MBQ = 1e5; // some write Bq where MBq belong

    private final Attributes header;
    private final Attributes dose;

    private SuvScale(Attributes header) {
        this.header = header;
        dose = header.item(TagNumbers.RADIOPHARMACEUTICAL).orElseGet(Attributes::none);
    }

    /// A note: [ValueNote.SuvScaled] with the factor, or [ValueNote.NoSuv].
    static ValueNote of(Attributes header) {
        var scale = new SuvScale(header);
        try {
            return scale.find();
        } catch (Missing e) {
            return new ValueNote.NoSuv(e.getMessage());
        }
    }

    /// The same for enhanced files, whose values are activity per millilitre: times are stated in full there,
    /// and the dose is in MBq.
    static ValueNote ofEnhanced(Attributes header) {
        var scale = new SuvScale(header);
        try {
            return scale.findEnhanced();
        } catch (Missing e) {
            return new ValueNote.NoSuv(e.getMessage());
        }
    }

    private ValueNote.SuvScaled findEnhanced() throws Missing {
        require(
                header.text(TagNumbers.ATTENUATION_CORRECTED).equals("YES"),
                "it is not corrected for attenuation");
        require(
                header.text(TagNumbers.DECAY_CORRECTED).equals("YES"),
                "it is not corrected for decay");
        require(
                header.items(TagNumbers.RADIOPHARMACEUTICAL).size() < 2,
                "more than one radiopharmaceutical was given");
        double grams = 1000 * positive(header, TagNumbers.WEIGHT, "the patient's weight");
        double megabecquerels = positive(dose, TagNumbers.TOTAL_DOSE, "the injected dose");
        require(
                megabecquerels <= MOST_MBQ,
                "the injected dose is more MBq than a person can be given");
        double halfLife = positive(dose, TagNumbers.HALF_LIFE, "the half-life");
        LocalDateTime injected =
                DicomTime.of(dose.text(TagNumbers.INJECTION_DATE_TIME))
                        .orElseThrow(() -> new Missing("the time of the injection is missing"));
        LocalDateTime corrected =
                DicomTime.of(header.text(TagNumbers.DECAY_CORRECTED_TO))
                        .orElseThrow(
                                () ->
                                        new Missing(
                                                "the time that decay is corrected to is not stated"));
        double left = decayed(megabecquerels * 1e6, secondsBetween(injected, corrected), halfLife);
        return new ValueNote.SuvScaled(
                grams / left,
                injected.equals(corrected)
                        ? DecayReference.ADMINISTRATION
                        : DecayReference.STATED_TIME);
    }

    private ValueNote.SuvScaled find() throws Missing {
        String unit = header.text(TagNumbers.PET_UNITS).toUpperCase(Locale.ROOT);
        if (unit.equals("CNTS")) {
            boolean philips =
                    header.text(TagNumbers.PHILIPS_PET_CREATOR).equals("Philips PET Private Group");
            double factor = header.number(TagNumbers.PHILIPS_SUV_FACTOR).orElse(0);
            require(philips && factor > 0, "counts without the maker's factor for SUV");
            return new ValueNote.SuvScaled(factor, DecayReference.MAKER_FACTOR);
        }
        require(unit.equals("BQML"), "its unit %s is no activity".formatted(unit));
        List<String> corrections = header.texts(TagNumbers.CORRECTED_IMAGE);
        require(corrections.contains("ATTN"), "it is not corrected for attenuation");
        require(
                corrections.contains("DECY") || corrections.contains("DECAY"),
                "it is not corrected for decay");
        double grams = 1000 * positive(header, TagNumbers.WEIGHT, "the patient's weight");
        double injected = positive(dose, TagNumbers.TOTAL_DOSE, "the injected dose");
        return switch (header.text(TagNumbers.DECAY_CORRECTION)) {
            case "ADMIN" ->
                    new ValueNote.SuvScaled(grams / injected, DecayReference.ADMINISTRATION);
            case "START" -> atScanStart(grams, injected);
            default -> throw new Missing("the time that decay is corrected to is not stated");
        };
    }

    private ValueNote.SuvScaled atScanStart(double grams, double injected) throws Missing {
        double halfLife = positive(dose, TagNumbers.HALF_LIFE, "the half-life");
        Start scan = scanStart(halfLife);
        double left = decayed(injected, secondsBetween(injection(scan.time), scan.time), halfLife);
        return new ValueNote.SuvScaled(grams / left, scan.reference);
    }

    private static double decayed(double injected, double seconds, double halfLife) throws Missing {
        require(seconds >= 0, "the injection is later than the scan");
        require(seconds <= DAY.toSeconds(), "the injection is more than a day before the scan");
        return injected * Math.pow(2, -seconds / halfLife);
    }

    private record Start(LocalDateTime time, DecayReference reference) {}

    /// The series time, unless later software wrote it: then the scanner's private time, or the time of the frame less
    /// how far the frame's average count lies after the start.
    private Start scanStart(double halfLife) throws Missing {
        Optional<LocalDateTime> series =
                DicomTime.of(
                        header.text(TagNumbers.SERIES_DATE), header.text(TagNumbers.SERIES_TIME));
        LocalDateTime acquired =
                DicomTime.of(
                                header.text(TagNumbers.ACQUISITION_DATE),
                                header.text(TagNumbers.ACQUISITION_TIME))
                        .orElseThrow(() -> new Missing("the time of acquisition is missing"));
        if (series.isPresent() && !series.get().isAfter(acquired)) {
            return new Start(series.get(), DecayReference.SERIES_TIME);
        }
        if (header.text(TagNumbers.GE_PET_CREATOR).equals("GEMS_PETD_01")) {
            Optional<LocalDateTime> scanner =
                    DicomTime.of(header.text(TagNumbers.GE_SCAN_DATE_TIME));
            if (scanner.isPresent()) {
                return new Start(scanner.get(), DecayReference.SCANNER_TIME);
            }
        }
        double reference = positiveOrNaN(TagNumbers.FRAME_REFERENCE_TIME) / 1000;
        double frame = positiveOrNaN(TagNumbers.FRAME_DURATION) / 1000;
        require(
                reference > 0 && frame > 0,
                "the series was written after the scan and does not say when that began");
        double decay = Math.log(2) / halfLife;
        double average = Math.log(decay * frame / -Math.expm1(-decay * frame)) / decay;
        return new Start(
                acquired.plusNanos(Math.round((average - reference) * 1e9)),
                DecayReference.FRAME_TIME);
    }

    /// Where only a time of day is known, the injection is the last one before the scan.
    private LocalDateTime injection(LocalDateTime scan) throws Missing {
        Optional<LocalDateTime> full = DicomTime.of(dose.text(TagNumbers.INJECTION_DATE_TIME));
        if (full.isPresent()) {
            return full.get();
        }
        LocalDateTime sameDay =
                DicomTime.timeOf(dose.text(TagNumbers.INJECTION_TIME))
                        .orElseThrow(() -> new Missing("the time of the injection is missing"))
                        .atDate(scan.toLocalDate());
        return sameDay.isAfter(scan) ? sameDay.minusDays(1) : sameDay;
    }

    private static double secondsBetween(LocalDateTime from, LocalDateTime to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private double positiveOrNaN(int tag) {
        return header.number(tag).orElse(Double.NaN);
    }

    private static double positive(Attributes from, int tag, String what) throws Missing {
        double value = from.number(tag).orElse(Double.NaN);
        require(value > 0 && Double.isFinite(value), what + " is missing");
        return value;
    }

    private static void require(boolean holds, String otherwise) throws Missing {
        if (!holds) {
            throw new Missing(otherwise);
        }
    }

    /// One thing that SUV cannot do without.
    private static final class Missing extends Exception {
        @java.io.Serial private static final long serialVersionUID = 1;

        Missing(String clause) {
            super(clause, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
