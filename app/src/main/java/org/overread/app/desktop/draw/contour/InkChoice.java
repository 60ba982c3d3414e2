// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.Region;
import org.overread.app.desktop.control.Choice;
import org.overread.app.desktop.reading.tool.Held;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.Ink;

/// Whether what an outline encloses is added or cut: a switch that is seen, and Alt for the other of the two.
final class InkChoice {
    private InkChoice() {}

    static Region of(ObjectProperty<Ink> chosen) {
        Region choice =
                Choice.besidePicture(
                        chosen, List.of(Ink.ADD, Ink.ERASE), ink -> ink == Ink.ADD ? "Add" : "Cut");
        choice.setAccessibleText("Add what is enclosed, or cut it; Alt does the other");
        return choice;
    }

    /// What a press asks for.
    static Ink held(Ink usual, ToolPoint at) {
        return at.holds(Held.ALT) == (usual == Ink.ADD) ? Ink.ERASE : Ink.ADD;
    }
}
