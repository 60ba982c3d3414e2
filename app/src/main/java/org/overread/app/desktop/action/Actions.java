// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything a person can do, in the order in which it was added. FX thread.
///
/// An id or a key that is taken already is a mistake of the program and refused at once.
public final class Actions {
    private static final Logger LOG = LoggerFactory.getLogger(Actions.class);

    private static final List<String> FIRST_GROUPS = List.of("File", "Opened last");
    private static final String LAST_GROUP = "Help";

    private final ReadOnlyObjectWrapper<ChosenKeys> chosen =
            new ReadOnlyObjectWrapper<>(ChosenKeys.NONE);
    private final Map<String, Action> asMade = new HashMap<>();
    private final ObservableList<Action> all = FXCollections.observableArrayList();
    private final ObservableList<Action> readOnly = FXCollections.unmodifiableObservableList(all);

    public void add(Action action) {
        addAll(List.of(action));
    }

    private void put(List<Action> among, int at, Action action) {
        refuseTaken(among, action);
        asMade.put(action.id(), action);
        among.add(at, free(among, chosen.get().apply(action)));
    }

    /// Two actions share no key: one that a person chose wins against one that an action came with.
    private Action free(List<Action> among, Action action) {
        for (int n = 0; n < among.size(); n++) {
            Action other = among.get(n);
            if (action.key() == null
                    || !action.key().equals(other.key())
                    || other.id().equals(action.id())) {
                continue;
            }
            if (!chosen.get().has(action)) {
                return action.withKey(Optional.empty());
            }
            among.set(n, other.withKey(Optional.empty()));
        }
        return action;
    }

    /// The keys that a person chose.
    public ReadOnlyObjectProperty<ChosenKeys> chosenKeys() {
        return chosen.getReadOnlyProperty();
    }

    /// All keys as the person chose them, such as those of last time.
    public void chooseKeys(ChosenKeys keys) {
        chosen.set(keys);
        List<Action> made =
                all.stream().map(action -> asMade.getOrDefault(action.id(), action)).toList();
        var next = new ArrayList<Action>(made.stream().map(keys::apply).toList());
        var taken = new HashMap<KeyCombination, Integer>();
        for (int n = 0; n < next.size(); n++) {
            KeyCombination key = next.get(n).key();
            Integer before = key == null ? null : taken.get(key);
            if (key != null && before != null) {
                int loser = keys.has(next.get(n)) ? before : n;
                next.set(loser, next.get(loser).withKey(Optional.empty()));
                taken.put(key, loser == n ? before : Integer.valueOf(n));
            } else if (key != null) {
                taken.put(key, n);
            }
        }
        all.setAll(next);
    }

    /// Gives an action another key, or none; the action that had the key goes without.
    public void chooseKey(String id, Optional<KeyCombination> key) {
        ChosenKeys next = chosen.get();
        for (Action other : all) {
            if (key.isPresent() && key.get().equals(other.key()) && !other.id().equals(id)) {
                next = next.with(other.id(), Optional.empty());
            }
        }
        chooseKeys(next.with(id, key));
    }

    /// The keys of all actions as they came.
    public void forgetKeys() {
        chooseKeys(ChosenKeys.NONE);
    }

    private void refuseTaken(List<Action> among, Action action) {
        for (Action other : among.stream().map(o -> asMade.getOrDefault(o.id(), o)).toList()) {
            if (other.id().equals(action.id())) {
                throw new IllegalArgumentException("two actions are called " + action.id());
            }
            if (action.key() != null && action.key().equals(other.key())) {
                throw new IllegalArgumentException(
                        "%s and %s share the key %s"
                                .formatted(other.id(), action.id(), action.key().getName()));
            }
        }
    }

    public void addAll(Iterable<Action> actions) {
        var next = new ArrayList<>(all);
        actions.forEach(action -> put(next, next.size(), action));
        all.setAll(next);
    }

    /// Takes these actions for those whose ids begin like this, such as the folders opened last. They stand where the
    /// old ones stood, or at the end. Whoever watches the list hears of it once.
    public void replace(String idPrefix, List<Action> now) {
        var next = new ArrayList<>(all);
        int at = next.size();
        for (int n = next.size() - 1; n >= 0; n--) {
            if (next.get(n).id().startsWith(idPrefix)) {
                next.remove(n);
                at = n;
            }
        }
        for (Action action : now) {
            put(next, at++, action);
        }
        all.setAll(next);
    }

    /// Forgets an action, such as the tools of a view that closed.
    public void remove(String id) {
        asMade.remove(id);
        all.removeIf(action -> action.id().equals(id));
    }

    /// A live, read-only list.
    public ObservableList<Action> all() {
        return readOnly;
    }

    /// The same in groups, as menus and lists show them: files first, help last, the others in the order in which they
    /// were added.
    public Map<String, List<Action>> groups() {
        var groups = new LinkedHashMap<String, List<Action>>();
        FIRST_GROUPS.forEach(group -> groups.put(group, new ArrayList<>()));
        for (Action action : all) {
            if (!action.group().equals(LAST_GROUP)) {
                groups.computeIfAbsent(action.group(), _ -> new ArrayList<>()).add(action);
            }
        }
        groups.put(
                LAST_GROUP,
                all.stream().filter(action -> action.group().equals(LAST_GROUP)).toList());
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    public Optional<Action> find(String id) {
        return all.stream().filter(action -> action.id().equals(id)).findFirst();
    }

    /// Runs an action unless it is not possible now; says whether it ran.
    public boolean run(Action action) {
        if (!action.enabled().get()) {
            return false;
        }
        LOG.debug("action {}", action.id());
        action.run().run();
        return true;
    }

    /// Makes the keys work in a window, after the control that has the focus had its chance.
    public void install(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> press(scene, event));
    }

    private void press(Scene scene, KeyEvent event) {
        boolean tab = event.getCode() == KeyCode.TAB && !event.isShortcutDown();
        if (tab || (scene.getFocusOwner() instanceof TextInputControl && writes(event))) {
            return; // plain Tab moves the focus, unless the window itself decides otherwise
        }
        for (Action action : all) {
            if (action.key() != null && action.key().match(event) && run(action)) {
                event.consume();
                return;
            }
        }
    }

    /// Whether the key belongs to the text that a person is writing.
    private static boolean writes(KeyEvent event) {
        KeyCode code = event.getCode();
        return !event.isShortcutDown()
                && !event.isAltDown()
                && !code.isFunctionKey()
                && code != KeyCode.ESCAPE;
    }
}
