// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.work;

import java.time.Duration;

/// Says in a few letters how far work has come.
final class WorkText {
    private WorkText() {}

    static String percent(BackgroundWork work) {
        return work.progress().isKnown()
                ? (int) Math.floor(work.progress().fraction() * 100) + " %"
                : "";
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
