// SPDX-License-Identifier: Apache-2.0
/// How long the FX thread is busy at a time, and with what.
@NullMarked
package org.overread.app.desktop.watch;

import org.jspecify.annotations.NullMarked;
