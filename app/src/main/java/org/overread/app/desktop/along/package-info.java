// SPDX-License-Identifier: Apache-2.0
/// The picture along a path that a reader has drawn, straightened, on a card beside the panes.
@NullMarked
package org.overread.app.desktop.along;

import org.jspecify.annotations.NullMarked;
