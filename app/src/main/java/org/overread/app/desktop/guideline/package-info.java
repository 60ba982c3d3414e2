// SPDX-License-Identifier: Apache-2.0
/// The guideline that labels are made under, with its example pictures, over the window.
@NullMarked
package org.overread.app.desktop.guideline;

import org.jspecify.annotations.NullMarked;
