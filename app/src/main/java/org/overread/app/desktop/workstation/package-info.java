// SPDX-License-Identifier: Apache-2.0
/// The one window: its frame with everything that is in it before a series is open, where it stands, what is dropped on it.
@NullMarked
package org.overread.app.desktop.workstation;

import org.jspecify.annotations.NullMarked;
