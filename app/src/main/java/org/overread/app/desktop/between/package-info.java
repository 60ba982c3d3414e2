// SPDX-License-Identifier: Apache-2.0
/// Filling between slices in the window: what a segment would be where it was not drawn, shown while it is drawn.
@NullMarked
package org.overread.app.desktop.between;

import org.jspecify.annotations.NullMarked;
