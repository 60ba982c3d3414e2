// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.util.List;

/// One line of the left panel.
sealed interface StudiesLine {
    record Study(StudyRow study) implements StudiesLine {}

    record Series(StudyRow study, SeriesRow series) implements StudiesLine {}

    record Skipped(List<SkippedFile> files) implements StudiesLine {}

    static String skipped(int count) {
        return count == 1 ? "1 file skipped: why" : count + " files skipped: why";
    }

    static String images(int count) {
        return count == 1 ? "1 image" : count + " images";
    }
}
