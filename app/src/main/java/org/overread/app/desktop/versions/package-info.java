// SPDX-License-Identifier: Apache-2.0
/// The versions of what is shown, in the right panel: their graph, two of them compared, restored, exported, withdrawn.
@NullMarked
package org.overread.app.desktop.versions;

import org.jspecify.annotations.NullMarked;
