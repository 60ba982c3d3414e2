// SPDX-License-Identifier: Apache-2.0
/// What lies over the window for a moment and takes the keyboard: palette, sheets, lists.
@NullMarked
package org.overread.app.desktop.layer;

import org.jspecify.annotations.NullMarked;
