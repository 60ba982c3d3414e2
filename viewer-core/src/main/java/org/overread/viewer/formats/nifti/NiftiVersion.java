// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nifti;

/// Which of the two headers a NIfTI file is written with.
public enum NiftiVersion {
    /// Read everywhere; the transform is rounded to 32-bit floating point.
    NIFTI_1,
    /// Keeps the transform as it is, and sides above 32767.
    NIFTI_2
}
