// SPDX-License-Identifier: Apache-2.0
/// Messages for people: what happened, what is safe and what to do next.
@NullMarked
package org.overread.app.desktop.notice;

import org.jspecify.annotations.NullMarked;
