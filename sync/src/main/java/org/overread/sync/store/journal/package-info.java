// SPDX-License-Identifier: Apache-2.0
/// Every edit as it ends, and the working copy that they are folded into.
@NullMarked
package org.overread.sync.store.journal;

import org.jspecify.annotations.NullMarked;
