// SPDX-License-Identifier: Apache-2.0
/// Finds the tools there are, says what they are called and what they take, and runs one so that it can do no harm.
@NullMarked
package org.overread.segmentation.tool.toolbox;

import org.jspecify.annotations.NullMarked;
