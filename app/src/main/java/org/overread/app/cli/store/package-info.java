// SPDX-License-Identifier: Apache-2.0
/// Commands that look after the store and its audit trail.
@NullMarked
package org.overread.app.cli.store;

import org.jspecify.annotations.NullMarked;
