// SPDX-License-Identifier: Apache-2.0
/// DICOM RLE lossless: byte planes, each packed by runs.
@NullMarked
package org.overread.viewer.codec.rle;

import org.jspecify.annotations.NullMarked;
