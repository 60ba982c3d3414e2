// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The panels are 240 and 300 pixels wide.
class ShellModelTest {
    private final ShellModel model = new ShellModel();

    private void assertShown(boolean left, boolean right) {
        assertEquals(left, model.leftShown().get(), "left");
        assertEquals(right, model.rightShown().get(), "right");
    }

    @Test
    void panelsFoldFromTheRightWhereThePictureWouldGetLessThan480Pixels() {
        model.room().set(1020);
        assertShown(true, true);
        model.room().set(1019);
        assertShown(true, false);
        model.room().set(719);
        assertShown(false, false);
        model.room().set(1280);
        assertShown(true, true);
    }

    @Test
    void foldingByItselfIsNoChoiceOfThePerson() {
        model.room().set(640);
        assertTrue(model.leftOpen().get());
        assertTrue(model.rightOpen().get());
    }

    @Test
    void whatAPersonOpensInANarrowWindowStaysOpenThere() {
        model.room().set(640);
        model.toggleLeft();
        assertShown(true, false);
        model.show(ShellModel.RightTab.HISTORY);
        assertShown(true, true);
        model.toggleLeft();
        assertShown(false, true);
        assertTrue(model.leftOpen().get(), "the choice for a wide window stays");
        model.room().set(1280);
        assertShown(true, true);
        model.room().set(640);
        assertShown(false, false);
    }

    @Test
    void whatAPersonClosedStaysClosedWhereThereIsRoom() {
        model.room().set(1280);
        model.toggleRight();
        model.room().set(640);
        model.room().set(1280);
        assertShown(true, false);
        assertFalse(model.rightOpen().get());
    }
}
