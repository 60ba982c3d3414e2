// SPDX-License-Identifier: Apache-2.0
/// Commands of keys, roots and policies.
@NullMarked
package org.overread.app.cli.keys;

import org.jspecify.annotations.NullMarked;
