// SPDX-License-Identifier: Apache-2.0
/// Measuring in patient space: lengths, angles and the values within regions, on any plane of any grid.
@NullMarked
package org.overread.viewer.measure;

import org.jspecify.annotations.NullMarked;
