// SPDX-License-Identifier: Apache-2.0
/// Pictures as large on the screen as the patient is, and the card that matches a screen with a ruler.
@NullMarked
package org.overread.app.desktop.lifesize;

import org.jspecify.annotations.NullMarked;
