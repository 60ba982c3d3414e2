// SPDX-License-Identifier: Apache-2.0
/// Tools that draw outlines on a plane of a pane, and what takes and gives voxels by them.
@NullMarked
package org.overread.app.desktop.draw.contour;

import org.jspecify.annotations.NullMarked;
