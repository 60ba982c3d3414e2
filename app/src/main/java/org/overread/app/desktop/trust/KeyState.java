// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import org.overread.app.sign.KeyPlace;

/// How the person's key stands.
public sealed interface KeyState {
    /// It is being looked for.
    record Looking() implements KeyState {}

    /// There is none on this workstation.
    record None(KeyPlace.Identity known) implements KeyState {}

    /// It lies sealed under its passphrase.
    record Locked(KeyPlace.Identity known) implements KeyState {}

    /// It is open, until nobody has used it for a while.
    record Unlocked(KeyPlace.Identity known) implements KeyState {}

    /// Its files cannot be read; the sentence says why.
    record Unreadable(String sentence) implements KeyState {}
}
