// SPDX-License-Identifier: Apache-2.0
/// What stored numbers mean: rescales, units, windows.
@NullMarked
package org.overread.viewer.dicom.value;

import org.jspecify.annotations.NullMarked;
