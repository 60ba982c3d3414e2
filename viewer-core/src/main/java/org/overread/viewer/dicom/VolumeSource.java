// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.util.List;
import java.util.Optional;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.dicom.frame.SeriesReference;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.dicom.value.LossySlices;
import org.overread.viewer.dicom.value.ValueMeaning;
import org.overread.viewer.volume.FrameTiming;
import org.overread.viewer.volume.GeometryVerdict;
import org.overread.viewer.volume.VolumeGeometry;

/// A volume that can be read: its slices in ascending order along the normal, and all that is known without pixels.
///
/// `timing` is there where the third axis is time: a film, whose pictures lie nowhere.
///
/// `id` depends on the images alone (their instance identifiers), not on folders or on the order of files.
public record VolumeSource(
        String id,
        String title,
        SeriesReference series,
        VolumeGeometry geometry,
        GeometryVerdict verdict,
        ValueMeaning meaning,
        PixelMeasure pixelMeasure,
        Optional<FrameTiming> timing,
        List<SliceSource> slices,
        Optional<LossySlices> lossy) {
    public VolumeSource {
        slices = List.copyOf(slices);
        if (slices.size() != geometry.size().k()) {
            throw new IllegalArgumentException(
                    "%d slices for a geometry of %d".formatted(slices.size(), geometry.size().k()));
        }
    }

    /// Whether its voxels are colours, not numbers.
    public boolean isColour() {
        return slices.getFirst().layout().isColour();
    }

    VolumeSource withTitle(String newTitle) {
        return new VolumeSource(
                id,
                newTitle,
                series,
                geometry,
                verdict,
                meaning,
                pixelMeasure,
                timing,
                slices,
                lossy);
    }
}
