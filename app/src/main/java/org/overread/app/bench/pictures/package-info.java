// SPDX-License-Identifier: Apache-2.0
/// Benchmarks of slicing and of panes.
@NullMarked
package org.overread.app.bench.pictures;

import org.jspecify.annotations.NullMarked;
