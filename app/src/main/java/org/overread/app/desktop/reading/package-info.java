// SPDX-License-Identifier: Apache-2.0
/// One volume being read: what is shown of it and where, as properties and values without controls.
@NullMarked
package org.overread.app.desktop.reading;

import org.jspecify.annotations.NullMarked;
