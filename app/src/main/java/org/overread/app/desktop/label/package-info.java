// SPDX-License-Identifier: Apache-2.0
/// The labels of the open volumes in the window: the working copy that every pane shares, and its panels.
@NullMarked
package org.overread.app.desktop.label;

import org.jspecify.annotations.NullMarked;
