// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.header;

import java.util.List;
import java.util.Locale;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.UnreadableImage;

/// Numbers in the text of a header; a word that is none is refused by name.
public final class HeaderNumbers {
    private final String file;

    public HeaderNumbers(String file) {
        this.file = file;
    }

    public double real(String field, String word) throws UnreadableImage {
        try {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "nan", "-nan" -> Double.NaN;
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(word);
            };
        } catch (NumberFormatException _) {
            throw noNumber(field, word);
        }
    }

    public long whole(String field, String word) throws UnreadableImage {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException _) {
            throw noNumber(field, word);
        }
    }

    /// A number of samples.
    public int length(String field, String word) throws UnreadableImage {
        long length = whole(field, word);
        if (length < 1 || length > Integer.MAX_VALUE) {
            throw wrong("%s promises %d samples".formatted(FileNames.quoted(field), length));
        }
        return (int) length;
    }

    public void requireCount(String field, List<?> values, int count) throws UnreadableImage {
        if (values.size() != count) {
            throw wrong(
                    "%s has %d entries and needs %d"
                            .formatted(FileNames.quoted(field), values.size(), count));
        }
    }

    public UnreadableImage wrong(String fault) {
        return new UnreadableImage(new ReadRefusal.BadHeader(file, fault));
    }

    public UnreadableImage missing(String field) {
        return wrong("it has no field " + FileNames.quoted(field));
    }

    private UnreadableImage noNumber(String field, String word) {
        return wrong(
                "%s says %s where a number belongs"
                        .formatted(FileNames.quoted(field), FileNames.quoted(word)));
    }
}
