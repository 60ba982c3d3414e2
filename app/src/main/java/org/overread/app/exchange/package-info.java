// SPDX-License-Identifier: Apache-2.0
/// Labels to and from what is signed and sent: the one place that knows masks and objects.
@NullMarked
package org.overread.app.exchange;

import org.jspecify.annotations.NullMarked;
