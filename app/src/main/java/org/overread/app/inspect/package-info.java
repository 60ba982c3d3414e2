// SPDX-License-Identifier: Apache-2.0
/// What files hold, in figures that another program can check.
@NullMarked
package org.overread.app.inspect;

import org.jspecify.annotations.NullMarked;
