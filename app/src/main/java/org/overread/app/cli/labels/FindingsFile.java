// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.overread.app.cli.line.Json;
import org.overread.app.finding.FindingReport;
import org.overread.segmentation.finding.Finding;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.store.version.StoredVersion;

/// The findings of a version as a file for other programs. Names no patient, study or series: the images are known by
/// their digests.
///
/// @param space of all points: millimetres to the patient's left, back and head
record FindingsFile(
        String format,
        String version,
        String reading,
        int number,
        String reader,
        Image image,
        String space,
        List<FindingReport> findings) {

    /// Digests over the grid and the values that the findings lie on.
    record Image(String geometry, String voxels) {}

    static FindingsFile of(StoredVersion version, Version content, List<Finding> findings) {
        return new FindingsFile(
                "overread-findings/1",
                version.id().toString(),
                version.reading(),
                version.number(),
                version.reader(),
                new Image(
                        content.image().geometry().toString(), content.image().voxels().toString()),
                "LPS mm",
                findings.stream().map(FindingReport::of).toList());
    }

    /// The file appears whole or not at all.
    void write(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, Json.of(this) + "\n");
        Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
