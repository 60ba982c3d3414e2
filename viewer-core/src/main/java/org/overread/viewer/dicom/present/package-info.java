// SPDX-License-Identifier: Apache-2.0
/// Presentation states: how somebody wanted images to be seen, read from files of their own.
@NullMarked
package org.overread.viewer.dicom.present;

import org.jspecify.annotations.NullMarked;
