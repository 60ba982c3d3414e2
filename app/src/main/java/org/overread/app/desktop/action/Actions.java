// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
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

    private final ObservableList<Action> all = FXCollections.observableArrayList();
    private final ObservableList<Action> readOnly = FXCollections.unmodifiableObservableList(all);

    public void add(Action action) {
        refuseTaken(action);
        all.add(action);
    }

    private void refuseTaken(Action action) {
        for (Action other : all) {
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
        actions.forEach(this::add);
    }

    /// Takes these actions for those whose ids begin like this, such as the folders opened last. They stand where the
    /// old ones stood, or at the end.
    public void replace(String idPrefix, List<Action> now) {
        int at = all.size();
        for (int n = all.size() - 1; n >= 0; n--) {
            if (all.get(n).id().startsWith(idPrefix)) {
                all.remove(n);
                at = n;
            }
        }
        for (Action action : now) {
            refuseTaken(action);
            all.add(at++, action);
        }
    }

    /// Forgets an action, such as the tools of a view that closed.
    public void remove(String id) {
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
