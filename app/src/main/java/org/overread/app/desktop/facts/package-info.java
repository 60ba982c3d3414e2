// SPDX-License-Identifier: Apache-2.0
/// What is known of the series that is shown, on a card: size, geometry, values, and what a person should know of them.
@NullMarked
package org.overread.app.desktop.facts;

import org.jspecify.annotations.NullMarked;
