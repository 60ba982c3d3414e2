// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

/// A file, folder or archive member that ended in no volume, and why.
public record SkippedFile(DicomFile file, SkipReason reason) {}
