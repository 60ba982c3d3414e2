// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.frame;

/// The identifiers that an object made from a volume must name.
public record SeriesReference(
        String studyUid,
        String seriesUid,
        String frameOfReferenceUid,
        String sopClassUid,
        String modality) {}
