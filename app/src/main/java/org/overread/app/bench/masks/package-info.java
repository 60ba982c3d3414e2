// SPDX-License-Identifier: Apache-2.0
/// Benchmarks of masks, growers and their peers.
@NullMarked
package org.overread.app.bench.masks;

import org.jspecify.annotations.NullMarked;
