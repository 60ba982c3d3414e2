// SPDX-License-Identifier: Apache-2.0
/// Immutable bytes, their digests, and reading them with every length checked.
@NullMarked
package org.overread.sync.bundle.bytes;

import org.jspecify.annotations.NullMarked;
