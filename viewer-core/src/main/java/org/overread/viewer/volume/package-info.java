// SPDX-License-Identifier: Apache-2.0
/// Volumes and their geometry: pure values, no I/O.
@NullMarked
package org.overread.viewer.volume;

import org.jspecify.annotations.NullMarked;
