// SPDX-License-Identifier: Apache-2.0
/// Who did what and when: entries that are only added, each chained to the one before by its hash.
@NullMarked
package org.overread.sync.store.audit;

import org.jspecify.annotations.NullMarked;
