// SPDX-License-Identifier: Apache-2.0
/// The few controls that every view shares: buttons, key caps, empty states.
@NullMarked
package org.overread.app.desktop.control;

import org.jspecify.annotations.NullMarked;
