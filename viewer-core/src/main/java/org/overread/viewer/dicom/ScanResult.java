// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.util.List;
import java.util.stream.Stream;
import org.overread.viewer.dicom.file.SkippedFile;

/// All that a scan found: every file is in a volume or is listed as skipped.
public record ScanResult(List<Study> studies, List<SkippedFile> skipped) {
    public ScanResult {
        studies = List.copyOf(studies);
        skipped = List.copyOf(skipped);
    }

    public Stream<VolumeSource> volumes() {
        return studies.stream()
                .flatMap(study -> study.series().stream())
                .flatMap(series -> series.volumes().stream());
    }
}
