// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tool;

import javafx.beans.value.ObservableValue;
import javafx.beans.value.ObservableValueBase;

/// A value that never changes, for what draws nothing.
final class Unchanging {
    static final ObservableValue<Boolean> VALUE =
            new ObservableValueBase<>() {
                @Override
                public Boolean getValue() {
                    return false;
                }
            };

    private Unchanging() {}
}
