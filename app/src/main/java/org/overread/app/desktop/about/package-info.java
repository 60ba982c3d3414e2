// SPDX-License-Identifier: Apache-2.0
/// What the program is and on what it runs.
@NullMarked
package org.overread.app.desktop.about;

import org.jspecify.annotations.NullMarked;
