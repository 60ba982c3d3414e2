// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.opening;

import java.util.List;

/// All that was found: every file is in a volume or is listed as skipped. DICOM volumes come first, a study's together.
public record FoundVolumes(List<OpenableVolume> volumes, List<SkippedEntry> skipped) {
    public FoundVolumes {
        volumes = List.copyOf(volumes);
        skipped = List.copyOf(skipped);
    }
}
