// SPDX-License-Identifier: Apache-2.0
/// JPEG 2000 as in ITU-T T.800, and its high-throughput block coding as in T.814.
@NullMarked
package org.overread.viewer.codec.jpeg2000;

import org.jspecify.annotations.NullMarked;
