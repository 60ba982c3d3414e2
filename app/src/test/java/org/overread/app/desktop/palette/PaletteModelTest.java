// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.action.Actions;

final class PaletteModelTest {
    private final Actions actions = new Actions();
    private final ObservableList<String> recent = FXCollections.observableArrayList();
    private final PaletteModel model = new PaletteModel(actions, recent);

    @BeforeEach
    void threeActions() {
        actions.add(Action.of("open", "File", "Open folder", () -> {}));
        actions.add(Action.of("quit", "File", "Quit", () -> {}));
        actions.add(Action.of("full", "View", "Full screen", () -> {}));
    }

    @Test
    void recentActionsComeFirstWhileNothingIsTyped() {
        recent.setAll("full", "gone");
        model.reset();
        assertEquals(List.of("full", "open", "quit"), ids());
    }

    @Test
    void theGroupIsSearchedToo() {
        model.query().set("file");
        assertEquals(List.of("open", "quit"), ids());
    }

    @Test
    void selectionGoesRoundTheEnd() {
        model.reset();
        model.previous();
        assertEquals(2, model.selected().get());
        model.next();
        assertEquals(0, model.selected().get());
    }

    @Test
    void takenActionBecomesTheMostRecentOne() {
        recent.setAll("open", "quit");
        model.query().set("quit");
        assertEquals("quit", model.take().orElseThrow().id());
        assertEquals(List.of("quit", "open"), recent);
    }

    @Test
    void actionThatIsNotPossibleIsNotTaken() {
        var possible = new SimpleBooleanProperty(false);
        actions.add(Action.of("undo", "Edit", "Undo", () -> {}).enabledWhen(possible));
        model.query().set("undo");
        assertTrue(model.take().isEmpty());
        possible.set(true);
        assertEquals("undo", model.take().orElseThrow().id());
    }

    @Test
    void onlySixActionsAreRecent() {
        for (int n = 0; n < 8; n++) {
            actions.add(Action.of("a" + n, "More", "More " + n, () -> {}));
            model.query().set("more" + n);
            model.take();
        }
        assertEquals(List.of("a7", "a6", "a5", "a4", "a3", "a2"), recent);
    }

    private List<String> ids() {
        return model.entries().stream().map(entry -> entry.action().id()).toList();
    }
}
