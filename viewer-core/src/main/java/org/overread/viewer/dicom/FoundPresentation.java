// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import org.overread.viewer.dicom.file.SkippedFile;
import org.overread.viewer.dicom.present.PresentationState;

/// A presentation state; its file is skipped where no series of it was found.
record FoundPresentation(SkippedFile file, PresentationState state) {}
