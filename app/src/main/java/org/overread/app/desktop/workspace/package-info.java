// SPDX-License-Identifier: Apache-2.0
/// The workspace in the window: opened at the start, how it stands, and the reading of what is shown.
@NullMarked
package org.overread.app.desktop.workspace;

import org.jspecify.annotations.NullMarked;
