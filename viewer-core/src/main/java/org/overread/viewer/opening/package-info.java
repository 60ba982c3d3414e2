// SPDX-License-Identifier: Apache-2.0
/// From files and folders of every format to volumes that can be opened.
@NullMarked
package org.overread.viewer.opening;

import org.jspecify.annotations.NullMarked;
