// SPDX-License-Identifier: Apache-2.0
/// Work on many parts by several threads.
@NullMarked
package org.overread.segmentation.work;

import org.jspecify.annotations.NullMarked;
