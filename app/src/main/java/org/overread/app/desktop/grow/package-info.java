// SPDX-License-Identifier: Apache-2.0
/// Segmentation tools in the window: seeds from the hand, parameters beside the picture, what they find shown at once.
@NullMarked
package org.overread.app.desktop.grow;

import org.jspecify.annotations.NullMarked;
