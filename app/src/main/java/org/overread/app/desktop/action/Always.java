// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.action;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;

/// A truth that never changes. It keeps no listeners: it outlives every window, and would keep each of them.
public enum Always implements ObservableBooleanValue {
    TRUE,
    FALSE;

    @Override
    public boolean get() {
        return this == TRUE;
    }

    @Override
    public Boolean getValue() {
        return get();
    }

    @Override
    public void addListener(ChangeListener<? super Boolean> listener) {}

    @Override
    public void removeListener(ChangeListener<? super Boolean> listener) {}

    @Override
    public void addListener(InvalidationListener listener) {}

    @Override
    public void removeListener(InvalidationListener listener) {}
}
