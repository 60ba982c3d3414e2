// SPDX-License-Identifier: Apache-2.0
/// Benchmarks of the local store: speed and size.
@NullMarked
package org.overread.app.bench.store;

import org.jspecify.annotations.NullMarked;
