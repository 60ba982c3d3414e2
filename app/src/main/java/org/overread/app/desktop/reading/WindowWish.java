// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import org.overread.viewer.slice.tone.Window;

/// The window that a person wants to see volumes of a kind in, kept from one volume to the next.
public sealed interface WindowWish {

    /// The preset of that name, where the volume has one.
    record Named(String preset) implements WindowWish {}

    /// These very numbers; only where numbers mean the same in every volume, as Hounsfield units do.
    record Exact(Window window) implements WindowWish {}
}
