// SPDX-License-Identifier: Apache-2.0
/// How a person chooses a grid of panes and what each of them shows.
@NullMarked
package org.overread.app.desktop.reading.grid;

import org.jspecify.annotations.NullMarked;
