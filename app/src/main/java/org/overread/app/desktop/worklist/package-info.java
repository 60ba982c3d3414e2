// SPDX-License-Identifier: Apache-2.0
/// What a person is to read, and each reading as it was left.
@NullMarked
package org.overread.app.desktop.worklist;

import org.jspecify.annotations.NullMarked;
