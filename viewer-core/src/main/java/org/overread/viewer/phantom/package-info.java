// SPDX-License-Identifier: Apache-2.0
/// A patient made of formulas: volumes to show and to try things on, and the exact truth about what is in them.
@NullMarked
package org.overread.viewer.phantom;

import org.jspecify.annotations.NullMarked;
