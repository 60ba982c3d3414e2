// SPDX-License-Identifier: Apache-2.0
/// NIfTI-1 and NIfTI-2 headers, read and written; RAS becomes LPS, and LPS RAS, here.
@NullMarked
package org.overread.viewer.formats.nifti;

import org.jspecify.annotations.NullMarked;
