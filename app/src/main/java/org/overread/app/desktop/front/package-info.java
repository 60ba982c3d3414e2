// SPDX-License-Identifier: Apache-2.0
/// A front in the window that runs while a person watches: bubbles from the hand, play and pause, parameters that count
/// at once.
@NullMarked
package org.overread.app.desktop.front;

import org.jspecify.annotations.NullMarked;
