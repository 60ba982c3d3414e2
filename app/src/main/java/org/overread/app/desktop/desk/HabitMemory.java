// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.desk;

import org.overread.app.desktop.action.Actions;
import org.overread.app.desktop.action.ChosenKeys;
import org.overread.app.desktop.reading.hanging.Protocols;
import org.overread.app.desktop.reading.pane.ReadingArea;
import org.overread.app.desktop.settings.Settings.Habits;

/// What a person made their own, keys, protocols and the sizes of panes: read from where it lives, and brought back to
/// it. FX thread.
public final class HabitMemory {
    private final Actions actions;
    private final Protocols protocols;
    private final ReadingArea area;

    public HabitMemory(Actions actions, Protocols protocols, ReadingArea area) {
        this.actions = actions;
        this.protocols = protocols;
        this.area = area;
    }

    public Habits now() {
        return new Habits(actions.chosenKeys().get().keys(), protocols.all(), area.dividers());
    }

    public void restore(Habits habits) {
        actions.chooseKeys(new ChosenKeys(habits.keys()));
        protocols.all().setAll(habits.protocols());
        area.divide(habits.dividers());
    }

    public void onChange(Runnable changed) {
        actions.chosenKeys().addListener((_, _, _) -> changed.run());
        protocols.all().subscribe(changed);
        area.onDivided(changed);
    }
}
