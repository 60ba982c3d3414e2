// SPDX-License-Identifier: Apache-2.0
/// Signatures around statements: DSSE envelopes and the keys that check them.
@NullMarked
package org.overread.sync.bundle.envelope;

import org.jspecify.annotations.NullMarked;
