// SPDX-License-Identifier: Apache-2.0
/// What is open and lies before the reader: columns, what lies over them, how they are hung, drawn, remembered.
@NullMarked
package org.overread.app.desktop.desk;

import org.jspecify.annotations.NullMarked;
