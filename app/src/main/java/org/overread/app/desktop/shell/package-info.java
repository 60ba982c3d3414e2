// SPDX-License-Identifier: Apache-2.0
/// The main window: title row, side panels, tool rail, status bar and the slot for the picture.
@NullMarked
package org.overread.app.desktop.shell;

import org.jspecify.annotations.NullMarked;
