// SPDX-License-Identifier: Apache-2.0
/// What callers learn of a file and of an attempt to read or write one: formats, facts, warnings and refusals.
@NullMarked
package org.overread.viewer.formats.outcome;

import org.jspecify.annotations.NullMarked;
