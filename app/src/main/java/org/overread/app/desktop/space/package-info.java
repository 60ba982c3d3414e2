// SPDX-License-Identifier: Apache-2.0
/// The body in three dimensions as a pane of the reading: turned by the hand, drawn off the FX thread.
@NullMarked
package org.overread.app.desktop.space;

import org.jspecify.annotations.NullMarked;
