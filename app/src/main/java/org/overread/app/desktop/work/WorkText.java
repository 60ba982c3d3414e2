// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.work;

import java.time.Duration;
import java.util.Locale;

/// Says in a few letters how far work has come.
final class WorkText {
    private static final long MB = 1_000_000;

    private WorkText() {}

    static String percent(BackgroundWork work) {
        return work.progress().isKnown()
                ? (int) Math.floor(work.progress().fraction() * 100) + " %"
                : "";
    }

    /// `31 of 96 MB`, `120 of 342 slices, 63 MB`; empty where there is nothing to count.
    static String amount(BackgroundWork work) {
        long done = work.progress().done();
        long total = work.progress().total();
        if (work.counted().isEmpty() || total == 0) {
            return "";
        }
        if (work.counted().equals(Workshop.BYTES)) {
            return String.format(Locale.ROOT, "%,d of %,d MB", done / MB, (total + MB - 1) / MB);
        }
        String things = String.format(Locale.ROOT, "%,d of %,d %s", done, total, work.counted());
        long bytes = work.progress().doneBytes();
        return work.progress().totalBytes() == 0
                ? things
                : String.format(Locale.ROOT, "%s, %,d MB", things, bytes / MB);
    }

    /// `8 s`, `2 min`; empty where nobody can tell.
    static String remaining(Duration remaining) {
        if (remaining.isZero()) {
            return "";
        }
        long seconds = Math.max(1, Math.round(remaining.toMillis() / 1000.0));
        return seconds < 100 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
    }
}
