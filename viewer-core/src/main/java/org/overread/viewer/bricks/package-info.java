// SPDX-License-Identifier: Apache-2.0
/// Volumes too large for memory: values by bricks in a file, at several levels of detail.
@NullMarked
package org.overread.viewer.bricks;

import org.jspecify.annotations.NullMarked;
