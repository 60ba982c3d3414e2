// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.DataFormat;

/// A series as the list shows it.
///
/// `id` is ours and leads back to the series; `caution` says in a few words why the geometry is not regular
/// (`gantry tilt 12°`, `uneven slices`), empty where it is; `remarks` are sentences that a person should know.
public record SeriesRow(
        String id,
        String modality,
        String description,
        int images,
        Optional<String> caution,
        List<String> remarks,
        Optional<Thumbnail> thumbnail) {
    /// What a row that is dragged carries: its id.
    public static final DataFormat CARRIED = new DataFormat("application/x-overread-series");

    public SeriesRow {
        remarks = List.copyOf(remarks);
    }

    public SeriesRow withThumbnail(Thumbnail picture) {
        return new SeriesRow(
                id, modality, description, images, caution, remarks, Optional.of(picture));
    }
}
