// SPDX-License-Identifier: Apache-2.0
/// One file to its frames: where each lies, what tells it from others, where its samples are.
@NullMarked
package org.overread.viewer.dicom.frame;

import org.jspecify.annotations.NullMarked;
