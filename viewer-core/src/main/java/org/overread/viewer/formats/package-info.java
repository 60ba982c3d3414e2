// SPDX-License-Identifier: Apache-2.0
/// Research formats: label maps and volumes for programs that do not speak DICOM.
@NullMarked
package org.overread.viewer.formats;

import org.jspecify.annotations.NullMarked;
