// SPDX-License-Identifier: Apache-2.0
/// The command line: results on standard output, the log on standard error, nothing of JavaFX until the desktop opens.
@NullMarked
package org.overread.app.cli;

import org.jspecify.annotations.NullMarked;
