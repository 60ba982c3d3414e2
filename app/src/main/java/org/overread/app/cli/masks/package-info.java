// SPDX-License-Identifier: Apache-2.0
/// Commands that make masks and change them.
@NullMarked
package org.overread.app.cli.masks;

import org.jspecify.annotations.NullMarked;
