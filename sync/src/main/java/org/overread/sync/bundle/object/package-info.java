// SPDX-License-Identifier: Apache-2.0
/// Content-addressed objects: blocks of values and the tables that list them.
@NullMarked
package org.overread.sync.bundle.object;

import org.jspecify.annotations.NullMarked;
