// SPDX-License-Identifier: Apache-2.0
/// The hard cases of import as files of an independent writer, and whether what is opened is what was written.
@NullMarked
package org.overread.app.truth;

import org.jspecify.annotations.NullMarked;
