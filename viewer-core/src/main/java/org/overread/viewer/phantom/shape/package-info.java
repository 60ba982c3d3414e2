// SPDX-License-Identifier: Apache-2.0
/// Bodies told by formulas: whether a point lies inside, how far the surface is, and what volume they have.
@NullMarked
package org.overread.viewer.phantom.shape;

import org.jspecify.annotations.NullMarked;
