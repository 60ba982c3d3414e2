// SPDX-License-Identifier: Apache-2.0
/// Stored numbers, how they follow one another in a file, and the planes of voxels that they become.
@NullMarked
package org.overread.viewer.formats.sample;

import org.jspecify.annotations.NullMarked;
