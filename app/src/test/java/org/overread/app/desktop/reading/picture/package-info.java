// SPDX-License-Identifier: Apache-2.0
/// Tests of the pictures behind the panes.
@NullMarked
package org.overread.app.desktop.reading.picture;

import org.jspecify.annotations.NullMarked;
