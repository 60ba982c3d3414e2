// SPDX-License-Identifier: Apache-2.0
/// Tests of the panes in a real window.
@NullMarked
package org.overread.app.desktop.reading.pane;

import org.jspecify.annotations.NullMarked;
