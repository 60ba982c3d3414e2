// SPDX-License-Identifier: Apache-2.0
/// A whole segment made wider, thinner, hollow, smoother, or rid of islands and holes, seen before it is kept.
@NullMarked
package org.overread.app.desktop.reshape;

import org.jspecify.annotations.NullMarked;
