// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.value.Rescale;

/// Where one slice of a volume comes from. `frame` counts from 1, as DICOM references do.
public record SliceSource(
        DicomFile file, String sopInstanceUid, int frame, PixelLayout layout, Rescale rescale) {}
