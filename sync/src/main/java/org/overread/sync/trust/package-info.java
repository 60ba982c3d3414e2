// SPDX-License-Identifier: Apache-2.0
/// Whom to believe: sealed keys, enrolment, certificates and the root of trust.
@NullMarked
package org.overread.sync.trust;

import org.jspecify.annotations.NullMarked;
