// SPDX-License-Identifier: Apache-2.0
/// What a person can do: every action has a name, an icon or a key, and is found in one list.
@NullMarked
package org.overread.app.desktop.action;

import org.jspecify.annotations.NullMarked;
