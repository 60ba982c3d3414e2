// SPDX-License-Identifier: Apache-2.0
/// Livewire: lines that follow edges from one click to the next.
@NullMarked
package org.overread.segmentation.draw.livewire;

import org.jspecify.annotations.NullMarked;
