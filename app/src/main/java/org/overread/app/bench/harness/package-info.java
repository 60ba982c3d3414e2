// SPDX-License-Identifier: Apache-2.0
/// How a benchmark is run, timed in turns beside its peers, and told.
@NullMarked
package org.overread.app.bench.harness;

import org.jspecify.annotations.NullMarked;
