// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// DICOM's dates and times of day: YYYYMMDD (or, in old files, YYYY.MM.DD), HHMMSS.FFFFFF with its end left out. Zones
/// are passed over: only times of one file are compared.
final class DicomTime {
    private static final Pattern DATE = Pattern.compile("(\\d{4})\\.?(\\d\\d)\\.?(\\d\\d)");
    private static final Pattern TIME =
            Pattern.compile("(\\d\\d):?(\\d\\d)?:?(\\d\\d)?(?:\\.(\\d{1,9}))?");
    private static final Pattern BOTH = Pattern.compile("(\\d{8})(\\d[\\d.]*)(?:[+-]\\d{4})?");

    private DicomTime() {}

    static Optional<LocalDateTime> of(String date, String time) {
        return dateOf(date).flatMap(day -> timeOf(time).map(day::atTime));
    }

    static Optional<LocalDateTime> of(String dateTime) {
        Matcher both = BOTH.matcher(dateTime.trim());
        return both.matches() ? of(both.group(1), both.group(2)) : Optional.empty();
    }

    private static Optional<LocalDate> dateOf(String text) {
        Matcher date = DATE.matcher(text.trim());
        try {
            return date.matches()
                    ? Optional.of(
                            LocalDate.of(
                                    Integer.parseInt(date.group(1)),
                                    Integer.parseInt(date.group(2)),
                                    Integer.parseInt(date.group(3))))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> timeOf(String text) {
        Matcher time = TIME.matcher(text.trim());
        try {
            return time.matches()
                    ? Optional.of(
                            LocalTime.of(
                                    part(time.group(1)),
                                    part(time.group(2)),
                                    part(time.group(3)),
                                    nanos(time.group(4))))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int part(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "00000000").substring(0, 9));
    }
}
