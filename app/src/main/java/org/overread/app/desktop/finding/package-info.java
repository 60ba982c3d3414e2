// SPDX-License-Identifier: Apache-2.0
/// The findings of the open volume: the model that keeps them, the file that outlives it, the list in the right panel.
@NullMarked
package org.overread.app.desktop.finding;

import org.jspecify.annotations.NullMarked;
