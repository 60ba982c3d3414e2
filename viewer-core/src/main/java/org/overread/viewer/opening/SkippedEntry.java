// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.opening;

import org.overread.viewer.dicom.file.DicomFile;

/// A file, folder or archive member that ended in no volume, and why: one or two sentences without patient data.
public record SkippedEntry(DicomFile file, String reason) {}
