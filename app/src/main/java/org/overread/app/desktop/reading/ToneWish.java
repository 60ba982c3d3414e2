// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.Optional;

/// What a person set for volumes of a kind in place of what they begin with, kept from one volume to the next. `map` is
/// the name of a colour map; empty: grey.
public record ToneWish(Optional<WindowWish> window, Optional<String> map) {

    /// As every volume begins.
    public static final ToneWish NONE = new ToneWish(Optional.empty(), Optional.empty());

    ToneWish withWindow(Optional<WindowWish> newWindow) {
        return new ToneWish(newWindow, map);
    }

    ToneWish withMap(Optional<String> newMap) {
        return new ToneWish(window, newMap);
    }
}
