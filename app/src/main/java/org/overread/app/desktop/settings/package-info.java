// SPDX-License-Identifier: Apache-2.0
/// What a person set, kept in the platform's own place.
@NullMarked
package org.overread.app.desktop.settings;

import org.jspecify.annotations.NullMarked;
