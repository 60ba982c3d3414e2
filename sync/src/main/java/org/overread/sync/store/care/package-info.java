// SPDX-License-Identifier: Apache-2.0
/// Keeping a workspace sound: checking, backing up, sweeping, measuring, and recovering what a damaged file still holds.
@NullMarked
package org.overread.sync.store.care;

import org.jspecify.annotations.NullMarked;
