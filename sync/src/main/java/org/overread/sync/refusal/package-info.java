// SPDX-License-Identifier: Apache-2.0
/// Why something that came from outside is not believed: one closed set of reasons, each with a code and a sentence.
@NullMarked
package org.overread.sync.refusal;

import org.jspecify.annotations.NullMarked;
