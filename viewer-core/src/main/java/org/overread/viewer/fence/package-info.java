// SPDX-License-Identifier: Apache-2.0
/// What a class may do that the others may not, each time with its reason; the architecture tests look for these.
@NullMarked
package org.overread.viewer.fence;

import org.jspecify.annotations.NullMarked;
