// SPDX-License-Identifier: Apache-2.0
/// NIfTI, NRRD and MetaImage files to Volumes and back; RAS becomes LPS, and LPS RAS, here and nowhere else.
@NullMarked
package org.overread.viewer.formats;

import org.jspecify.annotations.NullMarked;
