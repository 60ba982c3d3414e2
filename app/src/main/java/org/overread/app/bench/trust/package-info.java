// SPDX-License-Identifier: Apache-2.0
/// Benchmarks of bundles, signatures and the log.
@NullMarked
package org.overread.app.bench.trust;

import org.jspecify.annotations.NullMarked;
