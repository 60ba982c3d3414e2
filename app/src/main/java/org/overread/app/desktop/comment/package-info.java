// SPDX-License-Identifier: Apache-2.0
/// Comments that a reader pins to points of the patient: written, drawn over pictures, found again.
@NullMarked
package org.overread.app.desktop.comment;

import org.jspecify.annotations.NullMarked;
