// SPDX-License-Identifier: Apache-2.0
/// Pictures that follow a curved way through the patient, straightened.
@NullMarked
package org.overread.viewer.slice.curve;

import org.jspecify.annotations.NullMarked;
