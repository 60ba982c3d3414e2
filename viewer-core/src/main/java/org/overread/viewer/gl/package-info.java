// SPDX-License-Identifier: Apache-2.0
/// Pictures by OpenGL 3.3: what the machine offers, the renderer on its own thread, and the choice of a renderer.
@NullMarked
package org.overread.viewer.gl;

import org.jspecify.annotations.NullMarked;
