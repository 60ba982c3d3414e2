// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.util.ArrayList;
import java.util.List;

/// One line of the left panel.
sealed interface StudiesLine {
    record Study(StudyRow study) implements StudiesLine {}

    record Series(StudyRow study, SeriesRow series) implements StudiesLine {}

    record Skipped(List<SkippedFile> files) implements StudiesLine {}

    static String skipped(int count) {
        return count == 1 ? "1 file skipped: why" : count + " files skipped: why";
    }

    /// What a row cannot hold: the whole name, and a sentence a line of what should be known.
    static String tip(SeriesRow series) {
        var lines = new ArrayList<String>();
        lines.add(series.description());
        lines.addAll(series.remarks());
        return String.join("\n", lines);
    }

    static String images(int count) {
        return count == 1 ? "1 image" : count + " images";
    }
}
