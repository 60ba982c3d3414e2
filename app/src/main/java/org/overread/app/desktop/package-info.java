// SPDX-License-Identifier: Apache-2.0
/// The desktop program: the one place where its parts are put together.
@NullMarked
package org.overread.app.desktop;

import org.jspecify.annotations.NullMarked;
