// SPDX-License-Identifier: Apache-2.0
/// The working copy of a reading: joins a volume, its segments, their history and the store.
@NullMarked
package org.overread.app.reading;

import org.jspecify.annotations.NullMarked;
