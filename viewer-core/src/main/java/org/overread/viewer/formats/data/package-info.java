// SPDX-License-Identifier: Apache-2.0
/// Where the samples of a file stand and how they are packed, as one run of decoded bytes.
@NullMarked
package org.overread.viewer.formats.data;

import org.jspecify.annotations.NullMarked;
