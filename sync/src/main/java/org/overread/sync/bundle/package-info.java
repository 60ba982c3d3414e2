// SPDX-License-Identifier: Apache-2.0
/// The bundle file: one forward pass of frames that proves what it carries.
@NullMarked
package org.overread.sync.bundle;

import org.jspecify.annotations.NullMarked;
