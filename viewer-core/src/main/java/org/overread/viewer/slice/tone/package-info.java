// SPDX-License-Identifier: Apache-2.0
/// From values to colours: windows, curves, colour maps, and the presets that files and modalities propose.
@NullMarked
package org.overread.viewer.slice.tone;

import org.jspecify.annotations.NullMarked;
