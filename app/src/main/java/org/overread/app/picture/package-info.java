// SPDX-License-Identifier: Apache-2.0
/// Pictures and values of slices as files other programs read.
@NullMarked
package org.overread.app.picture;

import org.jspecify.annotations.NullMarked;
