// SPDX-License-Identifier: Apache-2.0
/// Learning from scribbles in the window: strokes inside and outside, and at once what they mean for what is on screen.
@NullMarked
package org.overread.app.desktop.learn;

import org.jspecify.annotations.NullMarked;
