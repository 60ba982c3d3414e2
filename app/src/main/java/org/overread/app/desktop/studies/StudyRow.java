// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.util.List;

/// A study as the list shows it: a name that a person chose or the study's description, its date, its series.
public record StudyRow(String id, String title, String date, List<SeriesRow> series) {
    public StudyRow {
        series = List.copyOf(series);
    }

    StudyRow withThumbnail(String seriesId, Thumbnail picture) {
        return new StudyRow(
                id,
                title,
                date,
                series.stream()
                        .map(row -> row.id().equals(seriesId) ? row.withThumbnail(picture) : row)
                        .toList());
    }
}
