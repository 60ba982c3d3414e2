// SPDX-License-Identifier: Apache-2.0
/// How the values of a region or of a segment are spread: the card with their histogram and figures.
@NullMarked
package org.overread.app.desktop.spread;

import org.jspecify.annotations.NullMarked;
