// SPDX-License-Identifier: Apache-2.0
/// Bytes by their SHA-256, each kept once; old ones as differences from others.
@NullMarked
package org.overread.sync.store.object;

import org.jspecify.annotations.NullMarked;
