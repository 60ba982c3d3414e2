// SPDX-License-Identifier: Apache-2.0
/// What the headers of all formats share: text and numbers in them, grids on their way to LPS, a header understood.
@NullMarked
package org.overread.viewer.formats.header;

import org.jspecify.annotations.NullMarked;
