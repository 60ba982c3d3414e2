// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.desk;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.stage.Stage;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.settings.Settings;
import org.overread.app.desktop.settings.Settings.Look;
import org.overread.app.desktop.shell.ShellModel;

/// How a person likes to see pictures: read from what is on the screen, and brought back to it. FX thread.
public final class LookMemory {
    private final ReadingDesk desk;
    private final ReadingModel reading;
    private final ShellModel shell;
    private final Stage stage;

    public LookMemory(ReadingDesk desk, ShellModel shell, Stage stage) {
        this.desk = desk;
        reading = desk.reading();
        this.shell = shell;
        this.stage = stage;
    }

    public Look now() {
        return new Look(
                reading.room().layout().get(),
                reading.interpolation().get(),
                reading.writing().cornerText().get(),
                reading.writing().crosshair().get(),
                reading.writing().overlays().get(),
                shell.pictureOnly().get(),
                stage.isFullScreen(),
                desk.tones(),
                desk.layouts(),
                reading.room().grid().get(),
                desk.grids());
    }

    public void restore(Look look) {
        reading.room().grid().set(look.grid());
        reading.room().choose(look.layout());
        reading.interpolation().set(look.interpolation());
        reading.writing().cornerText().set(look.cornerText());
        reading.writing().crosshair().set(look.crosshair());
        reading.writing().overlays().set(look.overlays());
        shell.pictureOnly().set(look.pictureOnly());
        stage.setFullScreen(look.fullScreen());
        desk.tones().clear();
        desk.tones().putAll(look.tones());
        desk.layouts().clear();
        desk.layouts().putAll(look.layouts());
        desk.grids().clear();
        desk.grids().putAll(look.grids());
    }

    public void onChange(Runnable changed) {
        InvalidationListener listener = _ -> changed.run();
        List<Observable> all =
                List.of(
                        reading.room().layout(),
                        reading.interpolation(),
                        reading.writing().cornerText(),
                        reading.writing().crosshair(),
                        reading.writing().overlays(),
                        shell.pictureOnly(),
                        stage.fullScreenProperty(),
                        desk.tones(),
                        desk.layouts(),
                        reading.room().grid(),
                        desk.grids());
        all.forEach(value -> value.addListener(listener));
    }

    /// Everything as on the first day: panels, layout, text, and the windows and colours of all modalities.
    public void forget() {
        restore(Look.FIRST);
        reading.reset();
        Settings.Panels panels = Settings.FIRST.panels();
        shell.widenLeft(panels.leftWidth());
        shell.widenRight(panels.rightWidth());
        shell.leftOpen().set(panels.leftOpen());
        shell.rightOpen().set(panels.rightOpen());
    }
}
