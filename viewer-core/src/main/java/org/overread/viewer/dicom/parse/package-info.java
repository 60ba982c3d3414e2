// SPDX-License-Identifier: Apache-2.0
/// Bytes to DICOM elements: lengths are checked first, then the toolkit reads; only here is the toolkit known.
@NullMarked
package org.overread.viewer.dicom.parse;

import org.jspecify.annotations.NullMarked;
