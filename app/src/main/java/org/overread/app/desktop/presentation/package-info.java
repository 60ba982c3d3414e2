// SPDX-License-Identifier: Apache-2.0
/// Presentation states of a series: offered, shown and taken away again.
@NullMarked
package org.overread.app.desktop.presentation;

import org.jspecify.annotations.NullMarked;
