// SPDX-License-Identifier: Apache-2.0
/// Immutable versions of readings: commit, list, name, compare, restore, branch, withdraw.
@NullMarked
package org.overread.sync.store.version;

import org.jspecify.annotations.NullMarked;
