// SPDX-License-Identifier: Apache-2.0
/// Tests of the reading's values and view-model; none needs a display.
@NullMarked
package org.overread.app.desktop.reading;

import org.jspecify.annotations.NullMarked;
