// SPDX-License-Identifier: Apache-2.0
/// The tag browser: what the files of the open series say of themselves, searched and copied.
@NullMarked
package org.overread.app.desktop.tags;

import org.jspecify.annotations.NullMarked;
