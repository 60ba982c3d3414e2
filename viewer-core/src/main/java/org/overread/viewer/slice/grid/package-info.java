// SPDX-License-Identifier: Apache-2.0
/// Walking an acquired grid along straight lines: cells of even stacks and tables, runs of pixels, steps of a slab.
@NullMarked
package org.overread.viewer.slice.grid;

import org.jspecify.annotations.NullMarked;
