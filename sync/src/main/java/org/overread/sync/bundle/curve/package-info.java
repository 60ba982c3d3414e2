// SPDX-License-Identifier: Apache-2.0
/// The arithmetic of Ed25519's curve that a check of a signature takes; all of it public, none of it for secrets.
@NullMarked
package org.overread.sync.bundle.curve;

import org.jspecify.annotations.NullMarked;
