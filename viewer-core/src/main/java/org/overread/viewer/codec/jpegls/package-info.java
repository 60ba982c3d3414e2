// SPDX-License-Identifier: Apache-2.0
/// JPEG-LS as in ITU-T T.87: lossless and near-lossless.
@NullMarked
package org.overread.viewer.codec.jpegls;

import org.jspecify.annotations.NullMarked;
