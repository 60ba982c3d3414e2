// SPDX-License-Identifier: Apache-2.0
/// Keys, signatures and bundles in the window: cards that say in words what is signed and what is believed.
@NullMarked
package org.overread.app.desktop.trust;

import org.jspecify.annotations.NullMarked;
