// SPDX-License-Identifier: Apache-2.0
/// The left panel: studies and their series.
@NullMarked
package org.overread.app.desktop.studies;

import org.jspecify.annotations.NullMarked;
