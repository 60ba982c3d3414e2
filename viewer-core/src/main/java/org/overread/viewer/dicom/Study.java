// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.util.List;

/// The series of one visit of one patient. `date` is as the file has it (YYYYMMDD), empty where it is unknown.
public record Study(
        String uid,
        String patientName,
        String patientId,
        String date,
        String description,
        List<Series> series) {
    public Study {
        series = List.copyOf(series);
    }
}
