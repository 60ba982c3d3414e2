// SPDX-License-Identifier: Apache-2.0
/// Slices and films that run by themselves.
@NullMarked
package org.overread.app.desktop.reading.cine;

import org.jspecify.annotations.NullMarked;
