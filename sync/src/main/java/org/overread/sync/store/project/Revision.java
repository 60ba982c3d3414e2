// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.audit.Moment;

/// A document as it was from a moment on.
///
/// @param number 1 for the first
public record Revision<D extends Document>(
        D document, int number, Digest digest, Moment made, String person) {}
