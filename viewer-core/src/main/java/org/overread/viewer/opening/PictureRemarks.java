// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.overread.viewer.dicom.VolumeSource;
import org.overread.viewer.volume.FrameTiming;
import org.overread.viewer.volume.VolumeGeometry;

/// What a person should know of pictures that are no slices of a volume, a sentence each.
final class PictureRemarks {
    private PictureRemarks() {}

    static List<String> of(VolumeSource source) {
        var remarks = new ArrayList<String>();
        switch (source.pixelMeasure()) {
            case DETECTOR ->
                    remarks.add(
                            "Pixels are %s mm at the detector; what lies nearer to the tube is smaller than it measures."
                                    .formatted(pixels(source.geometry())));
            case ULTRASOUND_REGION ->
                    remarks.add(
                            "Pixels are %s mm inside the ultrasound region, and nowhere else."
                                    .formatted(pixels(source.geometry())));
            case PATIENT, NONE -> {}
        }
        source.timing().map(PictureRemarks::ofTiming).ifPresent(remarks::add);
        return remarks;
    }

    private static String pixels(VolumeGeometry geometry) {
        return String.format(Locale.ROOT, "%.3g × %.3g", geometry.spacingI(), geometry.spacingJ());
    }

    private static String ofTiming(FrameTiming timing) {
        return String.format(
                Locale.ROOT,
                "The third axis is time: %d pictures, %.4g ms apart.",
                timing.startsMs().size(),
                timing.meanIntervalMs());
    }
}
