// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.util.List;

/// What was found in a folder.
public record StudyList(List<StudyRow> studies, List<SkippedFile> skipped) {
    public static final StudyList EMPTY = new StudyList(List.of(), List.of());

    public StudyList {
        studies = List.copyOf(studies);
        skipped = List.copyOf(skipped);
    }

    /// The same list with one picture more.
    StudyList withThumbnail(String seriesId, Thumbnail picture) {
        return new StudyList(
                studies.stream().map(study -> study.withThumbnail(seriesId, picture)).toList(),
                skipped);
    }
}
