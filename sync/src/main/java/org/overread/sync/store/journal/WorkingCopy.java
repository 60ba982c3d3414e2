// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.journal;

import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Statement;

/// A reading as it was after some entry of its journal, in the form of a version that nobody has committed.
///
/// @param number the last entry that is in it; 0 before the first
/// @param base the version that it continues
public record WorkingCopy(long number, Optional<Digest> base, Statement draft) {}
