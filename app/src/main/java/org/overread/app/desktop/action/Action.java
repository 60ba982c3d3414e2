// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.action;

import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// Something a person can do.
///
/// `id` is stable and never shown (`view.reset`); `group` and `name` are what the command palette lists; `key` is the
/// default, which a person may change. `run` is called on the FX thread, only while `enabled`.
public record Action(
        String id,
        String group,
        String name,
        @Nullable Ikon icon,
        @Nullable KeyCombination key,
        ObservableBooleanValue enabled,
        Runnable run) {

    /// An action that can always be run and has no icon and no key yet.
    public static Action of(String id, String group, String name, Runnable run) {
        return new Action(id, group, name, null, null, Always.TRUE, run);
    }

    public Action withIcon(Ikon newIcon) {
        return new Action(id, group, name, newIcon, key, enabled, run);
    }

    /// A key as JavaFX writes it, such as `Shortcut+K`.
    public Action withKey(String newKey) {
        return new Action(id, group, name, icon, KeyCombination.valueOf(newKey), enabled, run);
    }

    Action withKey(Optional<KeyCombination> newKey) {
        return new Action(id, group, name, icon, newKey.orElse(null), enabled, run);
    }

    public Action enabledWhen(ObservableBooleanValue condition) {
        return new Action(id, group, name, icon, key, condition, run);
    }
}
