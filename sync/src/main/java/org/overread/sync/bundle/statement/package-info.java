// SPDX-License-Identifier: Apache-2.0
/// What people and programs state about labels, keys and rules, as in-toto statements.
@NullMarked
package org.overread.sync.bundle.statement;

import org.jspecify.annotations.NullMarked;
