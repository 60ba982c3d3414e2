// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// What a reader of a volume's numbers should know about where they come from.
public sealed interface ValueNote {
    /// One English sentence. Holds no patient data.
    String describe();

    /// Activity was divided by injected dose and body weight: SUV = value in the file's unit × `factor`.
    record SuvScaled(double factor, DecayReference reference) implements ValueNote {
        @Override
        public String describe() {
            return String.format(
                    Locale.ROOT,
                    "SUV by body weight: the file's values times %.6g, %s.",
                    factor,
                    reference.words());
        }
    }

    /// What the dose was decayed to.
    enum DecayReference {
        ADMINISTRATION("decay corrected to the injection"),
        SERIES_TIME("decay corrected to the time of the series"),
        SCANNER_TIME("decay corrected to the scan's start as the scanner noted it"),
        STATED_TIME("decay corrected to the time that the file states"),
        FRAME_TIME("decay corrected to the scan's start, computed from the time of the frame"),
        MAKER_FACTOR("by the maker's own factor");

        private final String words;

        DecayReference(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// Values of a PET series stay in the file's unit; `why` is a clause.
    record NoSuv(String why) implements ValueNote {
        @Override
        public String describe() {
            return "No SUV can be stated: %s.".formatted(why);
        }
    }

    /// The file's real world value map was used; `unit` is as the file names it.
    record RealWorldMap(String unit) implements ValueNote {
        @Override
        public String describe() {
            return "Values follow the file's real world value map, in %s.".formatted(unit);
        }
    }

    /// There is a real world value map, but not one straight line; `why` is a clause.
    record RealWorldMapUnused(String why) implements ValueNote {
        @Override
        public String describe() {
            return "The file's real world value map is not used: %s.".formatted(why);
        }
    }

    /// Philips: (stored - `intercept`) / `slope` is another scale, comparable between the series of an examination. Not
    /// applied.
    record PhilipsScale(double slope, double intercept) implements ValueNote {
        @Override
        public String describe() {
            return "The scanner's own scale is (stored - %s) / %s; it is not applied."
                    .formatted(sixDigits(intercept), sixDigits(slope));
        }

        private static String sixDigits(double value) {
            return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toString();
        }
    }

    /// Stored numbers have more digits than the floating point numbers that hold the volume's values.
    record DigitsRounded(int bits) implements ValueNote {
        @Override
        public String describe() {
            return ("The file's numbers have %d bits; values are held with 24 of them, which is 7"
                            + " digits.")
                    .formatted(bits);
        }
    }

    /// Colours are kept with 8 bits a channel; the file has `bits`.
    record ColoursReduced(int bits) implements ValueNote {
        @Override
        public String describe() {
            return "Colours are shown with the upper 8 of their %d bits a channel.".formatted(bits);
        }
    }

    /// Slices of the volume state different units, so all keep the plain rescale.
    record UnitsDiffer() implements ValueNote {
        @Override
        public String describe() {
            return "Not all slices can be stated in one unit; values are as the scanner rescaled"
                    + " them.";
        }
    }
}
