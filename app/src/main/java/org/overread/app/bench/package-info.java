// SPDX-License-Identifier: Apache-2.0
/// Named benchmarks whose contenders take turns, so that a ratio means something on a noisy machine.
@NullMarked
package org.overread.app.bench;

import org.jspecify.annotations.NullMarked;
