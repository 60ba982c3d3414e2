// SPDX-License-Identifier: Apache-2.0
/// The sample study as files: what a person without images of their own opens first.
@NullMarked
package org.overread.app.sample;

import org.jspecify.annotations.NullMarked;
