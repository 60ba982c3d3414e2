// SPDX-License-Identifier: Apache-2.0
/// Findings on the pictures: their shapes, the hand on their handles, the tools that make them.
@NullMarked
package org.overread.app.desktop.finding.draw;

import org.jspecify.annotations.NullMarked;
