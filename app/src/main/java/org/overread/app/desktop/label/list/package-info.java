// SPDX-License-Identifier: Apache-2.0
/// The list of segments in the right panel, with what can be done to them.
@NullMarked
package org.overread.app.desktop.label.list;

import org.jspecify.annotations.NullMarked;
