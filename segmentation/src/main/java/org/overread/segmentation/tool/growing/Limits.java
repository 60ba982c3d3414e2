// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import java.util.Optional;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.viewer.volume.Volume;

/// What keeps a region from leaking. Infinity is no limit; a neck of 0 mm is not looked for.
record Limits(
        Extent extent, double maxDistanceMm, double maxVolumeMl, double neckMm, CutChoice cut) {

    boolean capsVolume() {
        return maxVolumeMl < Double.POSITIVE_INFINITY;
    }

    boolean capsDistance() {
        return maxDistanceMm < Double.POSITIVE_INFINITY;
    }

    Optional<ToolRefusal> unfitFor(Volume volume) {
        if (volume.verdict().isCalibrated()) {
            return Optional.empty();
        }
        String name =
                capsDistance()
                        ? "maxDistanceMm"
                        : capsVolume() ? "maxVolumeMl" : neckMm > 0 ? "neckMm" : "";
        return name.isEmpty() ? Optional.empty() : Optional.of(new ToolRefusal.Uncalibrated(name));
    }
}
