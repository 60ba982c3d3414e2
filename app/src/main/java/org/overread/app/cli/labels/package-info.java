// SPDX-License-Identifier: Apache-2.0
/// Commands on the versions of a workspace: import, export, list, compare, restore.
@NullMarked
package org.overread.app.cli.labels;

import org.jspecify.annotations.NullMarked;
