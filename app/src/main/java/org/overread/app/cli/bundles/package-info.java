// SPDX-License-Identifier: Apache-2.0
/// Commands that write bundles, show them and verify them.
@NullMarked
package org.overread.app.cli.bundles;

import org.jspecify.annotations.NullMarked;
