// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

final class ActionsTest {
    private final Actions actions = new Actions();
    private final List<String> done = new ArrayList<>();

    @Test
    void secondActionOfTheSameNameIsRefused() {
        actions.add(action("open"));
        assertThrows(IllegalArgumentException.class, () -> actions.add(action("open")));
    }

    @Test
    void keyThatIsTakenIsRefused() {
        actions.add(action("open").withKey("Shortcut+O"));
        var other = action("other").withKey("Shortcut+O");
        var refusal = assertThrows(IllegalArgumentException.class, () -> actions.add(other));
        assertEquals("open and other share the key Shortcut+O", refusal.getMessage());
        assertEquals(1, actions.all().size());
    }

    @Test
    void keyIsFreeAgainAfterItsActionIsRemoved() {
        actions.add(action("open").withKey("Shortcut+O"));
        actions.remove("open");
        actions.add(action("other").withKey("Shortcut+O"));
        assertEquals("other", actions.all().getFirst().id());
    }

    @Test
    void actionRunsOnlyWhilePossible() {
        var possible = new SimpleBooleanProperty(false);
        var undo = action("undo").enabledWhen(possible);
        assertFalse(actions.run(undo));
        possible.set(true);
        assertTrue(actions.run(undo));
        assertEquals(List.of("undo"), done);
    }

    @Test
    void replacedActionsStandWhereTheOldOnesStood() {
        actions.add(action("open"));
        actions.add(action("preset.1").withKey("1"));
        actions.add(action("quit"));
        actions.replace("preset.", List.of(action("preset.1").withKey("1"), action("preset.2")));
        assertEquals(
                List.of("open", "preset.1", "preset.2", "quit"),
                actions.all().stream().map(Action::id).toList());
    }

    @Test
    void filesAreTheFirstGroupAndHelpTheLast() {
        for (String group : List.of("Help", "View", "Opened last", "View", "File")) {
            String id = group + actions.all().size();
            actions.add(Action.of(id, group, id, () -> {}));
        }
        assertEquals(
                List.of("File", "Opened last", "View", "Help"),
                List.copyOf(actions.groups().keySet()));
    }

    private String key(String id) {
        var key = actions.find(id).orElseThrow().key();
        return key == null ? "none" : key.getName();
    }

    @Test
    void keyThatAPersonChoosesLeavesTheActionThatHadIt() {
        actions.add(action("open").withKey("O"));
        actions.add(action("other").withKey("P"));
        actions.chooseKey("other", Optional.of(KeyCombination.valueOf("O")));
        assertEquals("O", key("other"));
        assertEquals("none", key("open"));
        actions.forgetKeys();
        assertEquals("O", key("open"));
        assertEquals("P", key("other"));
    }

    @Test
    void chosenKeysHoldForActionsThatComeLater() {
        actions.chooseKeys(new ChosenKeys(Map.of("preset.1", "Shift+A", "late", "Q")));
        actions.add(action("quit").withKey("Q"));
        actions.replace("preset.", List.of(action("preset.1").withKey("1")));
        actions.add(action("late").withKey("L"));
        assertEquals("Shift+A", key("preset.1"));
        assertEquals("Q", key("late"));
        assertEquals("none", key("quit"), "what a person chose wins");
    }

    @Test
    void aKeyThatCannotBeReadIsAsIfNobodyHadChosenIt() {
        actions.chooseKeys(new ChosenKeys(Map.of("open", "Hyper+???")));
        actions.add(action("open").withKey("O"));
        assertEquals("O", key("open"));
    }

    private Action action(String id) {
        return Action.of(id, "Group", id, () -> done.add(id));
    }
}
