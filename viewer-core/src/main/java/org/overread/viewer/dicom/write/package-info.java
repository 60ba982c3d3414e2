// SPDX-License-Identifier: Apache-2.0
/// Writes volumes as DICOM series, one plain file a slice, without any toolkit.
@NullMarked
package org.overread.viewer.dicom.write;

import org.jspecify.annotations.NullMarked;
