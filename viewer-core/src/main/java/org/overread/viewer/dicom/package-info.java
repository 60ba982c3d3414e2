// SPDX-License-Identifier: Apache-2.0
/// DICOM files and folders to volumes; the only package that knows the DICOM toolkit.
@NullMarked
package org.overread.viewer.dicom;

import org.jspecify.annotations.NullMarked;
