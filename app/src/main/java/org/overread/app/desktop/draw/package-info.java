// SPDX-License-Identifier: Apache-2.0
/// What all drawing tools share, and the tools that draw by hand.
@NullMarked
package org.overread.app.desktop.draw;

import org.jspecify.annotations.NullMarked;
