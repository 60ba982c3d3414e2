// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.action;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCombination;

/// The keys that a person chose in place of those that actions come with; by the ids of actions, as JavaFX writes keys,
/// empty for none at all. Immutable.
public record ChosenKeys(Map<String, String> keys) {
    public static final ChosenKeys NONE = new ChosenKeys(Map.of());

    public ChosenKeys {
        keys = Map.copyOf(keys);
    }

    /// The action with the key that the person wants; one that cannot be read is as if it had not been chosen.
    Action apply(Action action) {
        String chosen = keys.get(action.id());
        if (chosen == null) {
            return action;
        }
        try {
            return chosen.isEmpty()
                    ? action.withKey(Optional.empty())
                    : action.withKey(Optional.of(KeyCombination.valueOf(chosen)));
        } catch (IllegalArgumentException _) {
            return action;
        }
    }

    boolean has(Action action) {
        return keys.containsKey(action.id());
    }

    ChosenKeys with(String id, Optional<KeyCombination> key) {
        var more = new HashMap<>(keys);
        more.put(id, key.map(KeyCombination::getName).orElse(""));
        return new ChosenKeys(more);
    }
}
