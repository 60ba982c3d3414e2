// SPDX-License-Identifier: Apache-2.0
/// Frames of one series to volumes: splitting, stacking, geometry.
@NullMarked
package org.overread.viewer.dicom.sort;

import org.jspecify.annotations.NullMarked;
