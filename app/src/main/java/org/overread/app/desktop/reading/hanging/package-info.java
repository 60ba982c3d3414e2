// SPDX-License-Identifier: Apache-2.0
/// Hanging protocols: how a person wants series of a kind to be shown, made from what is on the screen.
@NullMarked
package org.overread.app.desktop.reading.hanging;

import org.jspecify.annotations.NullMarked;
