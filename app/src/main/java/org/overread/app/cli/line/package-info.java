// SPDX-License-Identifier: Apache-2.0
/// What every command shares: refusals, progress, JSON, the volume it is pointed at.
@NullMarked
package org.overread.app.cli.line;

import org.jspecify.annotations.NullMarked;
