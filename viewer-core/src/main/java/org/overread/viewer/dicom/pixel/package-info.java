// SPDX-License-Identifier: Apache-2.0
/// How the samples of a slice are stored, and their way into arrays.
@NullMarked
package org.overread.viewer.dicom.pixel;

import org.jspecify.annotations.NullMarked;
