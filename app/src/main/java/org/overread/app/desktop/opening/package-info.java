// SPDX-License-Identifier: Apache-2.0
/// From files to the window: what is found becomes rows, a row becomes the volume of the reading.
@NullMarked
package org.overread.app.desktop.opening;

import org.jspecify.annotations.NullMarked;
