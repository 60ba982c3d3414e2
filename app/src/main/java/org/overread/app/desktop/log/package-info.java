// SPDX-License-Identifier: Apache-2.0
/// Where the program writes its log.
@NullMarked
package org.overread.app.desktop.log;

import org.jspecify.annotations.NullMarked;
