// SPDX-License-Identifier: Apache-2.0
/// The way into the program.
@NullMarked
package org.overread.app;

import org.jspecify.annotations.NullMarked;
