// SPDX-License-Identifier: Apache-2.0
/// Benchmarks through the real window.
@NullMarked
package org.overread.app.bench.window;

import org.jspecify.annotations.NullMarked;
