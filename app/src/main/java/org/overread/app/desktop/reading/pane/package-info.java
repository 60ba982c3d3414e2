// SPDX-License-Identifier: Apache-2.0
/// The panes of a reading on the screen: pictures, what is drawn over them, and the hands of the person.
@NullMarked
package org.overread.app.desktop.reading.pane;

import org.jspecify.annotations.NullMarked;
