// SPDX-License-Identifier: Apache-2.0
/// What tools find in the sample study from a few scribbles, beside the truth of its structures.
@NullMarked
package org.overread.app.growth;

import org.jspecify.annotations.NullMarked;
