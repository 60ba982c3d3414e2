// SPDX-License-Identifier: Apache-2.0
/// What lies over the volume of a reading: versions of labels and fused volumes.
@NullMarked
package org.overread.app.desktop.reading.overlay;

import org.jspecify.annotations.NullMarked;
