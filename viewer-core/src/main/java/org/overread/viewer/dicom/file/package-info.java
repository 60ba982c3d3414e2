// SPDX-License-Identifier: Apache-2.0
/// Where bytes come from: files, archives and their members, read with bounds; and why one of them is refused.
@NullMarked
package org.overread.viewer.dicom.file;

import org.jspecify.annotations.NullMarked;
