// SPDX-License-Identifier: Apache-2.0
/// Several readings side by side: what links them, and what they are compared in.
@NullMarked
package org.overread.app.desktop.reading.compare;

import org.jspecify.annotations.NullMarked;
