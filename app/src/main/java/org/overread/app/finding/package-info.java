// SPDX-License-Identifier: Apache-2.0
/// Findings in a workspace and in versions: how they are written, kept, and told to other programs.
@NullMarked
package org.overread.app.finding;

import org.jspecify.annotations.NullMarked;
