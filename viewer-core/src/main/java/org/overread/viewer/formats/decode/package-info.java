// SPDX-License-Identifier: Apache-2.0
/// Decoded bytes to voxels, integers exact and in the narrowest type that holds them.
@NullMarked
package org.overread.viewer.formats.decode;

import org.jspecify.annotations.NullMarked;
