// SPDX-License-Identifier: Apache-2.0
/// What the left hand button does in a pane: tools, what can be gripped, and the marks that both draw over pictures.
@NullMarked
package org.overread.app.desktop.reading.tool;

import org.jspecify.annotations.NullMarked;
