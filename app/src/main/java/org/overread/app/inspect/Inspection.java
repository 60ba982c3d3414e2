// SPDX-License-Identifier: Apache-2.0
package org.overread.app.inspect;

import java.util.List;
import java.util.Optional;

/// What was found in files and folders; the shape of `inspect --json`.
public record Inspection(List<InspectedVolume> volumes, List<Skipped> skipped) {
    public Inspection {
        volumes = List.copyOf(volumes);
        skipped = List.copyOf(skipped);
    }

    /// A file that is in no volume, and why in one or two sentences.
    public record Skipped(String path, String reason) {}

    /// A volume. `uid` is that of its series in DICOM, which several volumes may share; `id` is its own, as `convert`
    /// takes it. `remarks` are sentences, absent where there are none. Millimetres in the patient frame (LPS); `spacing` and `direction` are along the axes i, j, k, as the
    /// slices were acquired: a tilted stack's k axis is not the normal of its slices.
    public record InspectedVolume(
            String uid,
            String id,
            String modality,
            String description,
            String format,
            int files,
            List<Integer> size,
            List<Double> spacing,
            List<List<Double>> direction,
            List<Double> origin,
            Geometry geometry,
            Values values,
            String sha256,
            Optional<List<String>> remarks) {
        public InspectedVolume {
            size = List.copyOf(size);
            spacing = List.copyOf(spacing);
            direction = List.copyOf(direction);
            origin = List.copyOf(origin);
        }
    }

    /// `slicePositionsMm`: along the normal of the slices, from the first; absent where all distances are equal.
    public record Geometry(
            String verdict, double worstCornerErrorMm, Optional<List<Double>> slicePositionsMm) {}

    /// After the modality LUT. `type` is `int16`, `uint16`, `float32` or `rgb8`; a colour counts as three values in
    /// `min`, `max` and `mean`, and `sha256` is of red, green and blue, a byte each, x fastest.
    public record Values(String unit, String type, double min, double max, double mean) {}
}
