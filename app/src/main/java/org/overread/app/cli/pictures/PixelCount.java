// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.pictures;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Pixels in a row and in a column, written `WxH`.
record PixelCount(int width, int height) {
    static final PixelCount NONE = new PixelCount(0, 0);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})[xX]([0-9]{1,9})");

    static final class Converter implements ITypeConverter<PixelCount> {
        @Override
        public PixelCount convert(String text) {
            Matcher sides = FORM.matcher(text.strip());
            if (!sides.matches()) {
                throw new TypeConversionException(
                        "'%s' is not a width and a height, such as 512x512".formatted(text));
            }
            return new PixelCount(
                    Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)));
        }
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
