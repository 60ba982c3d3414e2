// SPDX-License-Identifier: Apache-2.0
/// The body in three dimensions: rays through a volume, surfaces of labels, and what a ray hits first.
@NullMarked
package org.overread.viewer.space;

import org.jspecify.annotations.NullMarked;
