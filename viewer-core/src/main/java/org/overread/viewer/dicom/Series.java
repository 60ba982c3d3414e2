// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.util.List;

/// What a scanner calls a series, and the volumes that are in it: one each for every echo, time point, orientation …
public record Series(
        String uid,
        int number,
        String modality,
        String description,
        String bodyPart,
        List<VolumeSource> volumes) {
    public Series {
        volumes = List.copyOf(volumes);
    }
}
