// SPDX-License-Identifier: Apache-2.0
/// Pictures of volumes: what to draw as immutable values, the interface that draws it, and the CPU reference renderer.
@NullMarked
package org.overread.viewer.slice;

import org.jspecify.annotations.NullMarked;
