// SPDX-License-Identifier: Apache-2.0
/// Work off the FX thread: it shows its progress, can be cancelled and never answers late.
@NullMarked
package org.overread.app.desktop.work;

import org.jspecify.annotations.NullMarked;
