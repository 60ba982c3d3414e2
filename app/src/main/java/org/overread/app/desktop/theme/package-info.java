// SPDX-License-Identifier: Apache-2.0
/// How everything looks: one stylesheet of tokens, the typeface and the colours of structures.
@NullMarked
package org.overread.app.desktop.theme;

import org.jspecify.annotations.NullMarked;
