// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.desk;

import javafx.collections.ObservableMap;
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
    private final ObservableMap<String, String> bodyLooks;
    private final ObservableMap<String, Double> numbers;

    /// `bodyLooks` are the names of the looks that a person chose for the body in three dimensions, `numbers` others that
    /// they set.
    public HabitMemory(
            Actions actions,
            Protocols protocols,
            ReadingArea area,
            ObservableMap<String, String> bodyLooks,
            ObservableMap<String, Double> numbers) {
        this.numbers = numbers;
        this.bodyLooks = bodyLooks;
        this.actions = actions;
        this.protocols = protocols;
        this.area = area;
    }

    public Habits now() {
        return new Habits(
                actions.chosenKeys().get().keys(),
                protocols.all(),
                area.room().dividers(),
                bodyLooks,
                numbers);
    }

    public void restore(Habits habits) {
        actions.chooseKeys(new ChosenKeys(habits.keys()));
        protocols.all().setAll(habits.protocols());
        area.room().divide(habits.dividers());
        bodyLooks.putAll(habits.bodyLooks());
        numbers.putAll(habits.numbers());
    }

    public void onChange(Runnable changed) {
        actions.chosenKeys().addListener((_, _, _) -> changed.run());
        protocols.all().subscribe(changed);
        area.room().onDivided(changed);
        bodyLooks.subscribe(changed);
        numbers.subscribe(changed);
    }
}
