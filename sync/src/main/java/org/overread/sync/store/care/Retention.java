// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Which copies are needless: beside the newest of each of the last 7 days that have one, and of the last 4 such weeks.
final class Retention {
    private static final int DAYS = 7;
    private static final int WEEKS = 4;

    private Retention() {}

    /// `newestFirst` without those that stay.
    static <T> List<T> needless(List<T> newestFirst, Function<T, Instant> time) {
        Map<LocalDate, T> days = new LinkedHashMap<>();
        Map<Integer, T> weeks = new LinkedHashMap<>();
        for (T copy : newestFirst) {
            LocalDate day = time.apply(copy).atOffset(ZoneOffset.UTC).toLocalDate();
            int week =
                    day.get(IsoFields.WEEK_BASED_YEAR) * 100
                            + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            days.putIfAbsent(day, copy);
            weeks.putIfAbsent(week, copy);
        }
        var needless = new ArrayList<>(newestFirst);
        needless.removeAll(days.values().stream().limit(DAYS).toList());
        needless.removeAll(weeks.values().stream().limit(WEEKS).toList());
        return List.copyOf(needless);
    }
}
