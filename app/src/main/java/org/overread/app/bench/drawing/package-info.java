// SPDX-License-Identifier: Apache-2.0
/// Benchmarks of what happens under the hand: strokes, paths, learning.
@NullMarked
package org.overread.app.bench.drawing;

import org.jspecify.annotations.NullMarked;
