// SPDX-License-Identifier: Apache-2.0
/// JPEG as in ITU-T T.81: Huffman coded DCT of 8 and 12 bits, sequential and progressive, and the lossless process.
@NullMarked
package org.overread.viewer.codec.jpeg;

import org.jspecify.annotations.NullMarked;
