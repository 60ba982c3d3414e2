// SPDX-License-Identifier: Apache-2.0
/// One encapsulated frame's bytes to its samples: no DICOM toolkit, no files, no shared state.
@NullMarked
package org.overread.viewer.codec;

import org.jspecify.annotations.NullMarked;
