// SPDX-License-Identifier: Apache-2.0
/// The local store: one file that keeps every stroke and every version for ever. Knows bytes, digests and statements.
@NullMarked
package org.overread.sync.store;

import org.jspecify.annotations.NullMarked;
