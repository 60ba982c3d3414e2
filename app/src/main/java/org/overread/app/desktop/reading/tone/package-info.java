// SPDX-License-Identifier: Apache-2.0
/// Windows and colour maps on the screen: their words, their swatches, and the card that offers them.
@NullMarked
package org.overread.app.desktop.reading.tone;

import org.jspecify.annotations.NullMarked;
