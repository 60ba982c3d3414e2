// SPDX-License-Identifier: Apache-2.0
/// The verifiable log: a tree of digests that only grows, its checkpoints and its proofs.
@NullMarked
package org.overread.sync.log;

import org.jspecify.annotations.NullMarked;
