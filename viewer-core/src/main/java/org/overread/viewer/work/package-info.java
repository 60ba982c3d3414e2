// SPDX-License-Identifier: Apache-2.0
/// What long work has in common: it reports progress as values and can be asked to stop.
@NullMarked
package org.overread.viewer.work;

import org.jspecify.annotations.NullMarked;
