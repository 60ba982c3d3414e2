// SPDX-License-Identifier: Apache-2.0
/// Segmentation without a screen: masks from and to files, and what a tool found in words for machines.
@NullMarked
package org.overread.app.segment;

import org.jspecify.annotations.NullMarked;
