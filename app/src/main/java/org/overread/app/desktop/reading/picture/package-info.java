// SPDX-License-Identifier: Apache-2.0
/// Pictures made off the FX thread: the newest request of each pane wins, and no picture is written while it is shown.
@NullMarked
package org.overread.app.desktop.reading.picture;

import org.jspecify.annotations.NullMarked;
