// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.line;

import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Three finite numbers, written `x,y,z`.
public record Triple(double x, double y, double z) {
    public static final Triple NONE = new Triple(0, 0, 0);

    public static final class Converter implements ITypeConverter<Triple> {
        @Override
        public Triple convert(String text) {
            double[] numbers = numbers(text, 3);
            return new Triple(numbers[0], numbers[1], numbers[2]);
        }
    }

    /// So many finite numbers with commas between them.
    public static double[] numbers(String text, int count) {
        String[] parts = text.strip().split("\\s*,\\s*", -1);
        if (parts.length != count) {
            throw new TypeConversionException(
                    "'%s' is not %d numbers with commas between them".formatted(text, count));
        }
        double[] numbers = new double[count];
        for (int n = 0; n < count; n++) {
            numbers[n] = number(parts[n]);
        }
        return numbers;
    }

    private static double number(String text) {
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw new TypeConversionException("'%s' is not a number".formatted(text));
        }
        if (!Double.isFinite(number)) {
            throw new TypeConversionException("'%s' is not a finite number".formatted(text));
        }
        return number;
    }

    public PatientPoint toPoint() {
        return new PatientPoint(x, y, z);
    }

    public PatientVector toVector() {
        return new PatientVector(x, y, z);
    }

    @Override
    public String toString() {
        return x + "," + y + "," + z;
    }
}
