// SPDX-License-Identifier: Apache-2.0
/// Every action in one searchable list, and the sheet that shows their keys.
@NullMarked
package org.overread.app.desktop.palette;

import org.jspecify.annotations.NullMarked;
