// SPDX-License-Identifier: Apache-2.0
/// Benchmarks of finding and reading volumes.
@NullMarked
package org.overread.app.bench.volumes;

import org.jspecify.annotations.NullMarked;
