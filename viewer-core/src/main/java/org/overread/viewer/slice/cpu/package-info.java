// SPDX-License-Identifier: Apache-2.0
/// The renderer that draws on the processor, the reference for every other one.
@NullMarked
package org.overread.viewer.slice.cpu;

import org.jspecify.annotations.NullMarked;
