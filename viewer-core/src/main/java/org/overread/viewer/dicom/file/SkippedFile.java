// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

/// A file, folder or archive member that ended in no volume, and why. `seriesUid` is the series that it says to be of;
/// empty where it does not say or is no image that its series lacks.
public record SkippedFile(DicomFile file, SkipReason reason, String seriesUid) {

    /// Of no series that is known.
    public SkippedFile(DicomFile file, SkipReason reason) {
        this(file, reason, "");
    }
}
