// SPDX-License-Identifier: Apache-2.0
/// Signing as both faces do it: a person's key and what it signed, in files.
@NullMarked
package org.overread.app.sign;

import org.jspecify.annotations.NullMarked;
