// SPDX-License-Identifier: Apache-2.0

/// A window with panes and nothing else, and a hand that drags through them, for those who measure.
@NullMarked
package org.overread.app.desktop.trial;

import org.jspecify.annotations.NullMarked;
