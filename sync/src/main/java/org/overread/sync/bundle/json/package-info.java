// SPDX-License-Identifier: Apache-2.0
/// The strict subset of JSON in which one meaning has one spelling.
@NullMarked
package org.overread.sync.bundle.json;

import org.jspecify.annotations.NullMarked;
