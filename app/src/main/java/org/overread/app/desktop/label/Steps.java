// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.List;
import org.overread.app.reading.HistoryStep;

/// The history of a working copy: all steps, and how many of them are done.
public record Steps(List<HistoryStep> all, int done) {
    public static final Steps NONE = new Steps(List.of(), 0);

    public Steps {
        all = List.copyOf(all);
    }
}
