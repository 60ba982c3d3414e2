// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.desk.Hanging;
import org.overread.app.desktop.desk.PhaseBar;
import org.overread.app.desktop.desk.Phases;
import org.overread.app.desktop.desk.ProtocolSheet;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.desk.Snapshots;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.reading.cine.Cine;
import org.overread.app.desktop.reading.cine.CineBar;
import org.overread.app.desktop.reading.grid.GridActions;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.viewer.volume.Volume;

/// What a person finds in the window beside the pictures themselves: films that run, hanging protocols, pictures to take
/// away. FX thread.
final class ReadingRoom {
    private ReadingRoom() {}

    static void furnish(
            Workstation workstation,
            ReadingDesk desk,
            Hanging hanging,
            Workshop workshop,
            Notices notices) {
        var cine = new Cine(desk.comparison());
        workstation.actions().addAll(cine(cine, desk));
        var bar = new CineBar(cine, desk.comparison());
        StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
        StackPane.setMargin(bar, new Insets(0, 0, 48, 0));
        desk.area().addFloating(bar);
        desk.area().onFilmDrag(cine::speedDrag);
        var phaseBar = new PhaseBar(desk.phases());
        StackPane.setAlignment(phaseBar, Pos.BOTTOM_CENTER);
        StackPane.setMargin(phaseBar, new Insets(0, 0, 92, 0));
        desk.area().addFloating(phaseBar);
        workstation.actions().addAll(phases(desk.phases()));
        desk.phases()
                .state()
                .subscribe(state -> state.title().ifPresent(workstation.shell().series()::set));
        var snapshots =
                new Snapshots(desk.area(), desk.comparison(), desk::patientLine, workshop, notices);
        workstation.actions().addAll(snapshots.actions());
        Runnable protocols =
                () ->
                        ProtocolSheet.open(
                                hanging, workstation.layer(), notices, proposedName(desk), 1);
        workstation
                .actions()
                .add(
                        Action.of(
                                        "view.protocols",
                                        "Layout",
                                        "Hanging protocols: save what I see, change, delete",
                                        protocols)
                                .withIcon(RemixiconAL.LAYOUT_MASONRY_LINE)
                                .withKey("Shift+P"));
        workstation
                .actions()
                .addAll(
                        GridActions.of(
                                desk.comparison(),
                                desk.area().room()::cell,
                                desk.area().room()::focusCell,
                                workstation.layer()));
        workstation.window().chips().getChildren().add(chip(hanging, protocols));
    }

    private static String proposedName(ReadingDesk desk) {
        Volume volume = desk.reading().volume();
        return volume == null ? "" : volume.title();
    }

    private static Button chip(Hanging hanging, Runnable protocols) {
        Button chip = Buttons.word("", protocols);
        chip.getStyleClass().add("ov-quiet");
        chip.setGraphic(new FontIcon(RemixiconAL.LAYOUT_MASONRY_LINE));
        chip.textProperty().bind(hanging.words());
        chip.visibleProperty().bind(hanging.words().isNotEmpty());
        chip.managedProperty().bind(chip.visibleProperty());
        Buttons.name(chip, "Hanging protocols   Shift+P");
        return chip;
    }

    private static List<Action> phases(Phases phases) {
        var several =
                Bindings.createBooleanBinding(
                        () -> phases.state().get().count() > 1, phases.state());
        return List.of(
                Action.of("phase.next", "Cine", "Next phase", phases::next)
                        .withIcon(RemixiconAL.ARROW_RIGHT_S_LINE)
                        .withKey("Alt+Right")
                        .enabledWhen(several),
                Action.of("phase.previous", "Cine", "Previous phase", phases::previous)
                        .withIcon(RemixiconAL.ARROW_LEFT_S_LINE)
                        .withKey("Alt+Left")
                        .enabledWhen(several));
    }

    private static List<Action> cine(Cine cine, ReadingDesk desk) {
        var open =
                Bindings.createBooleanBinding(
                        () -> desk.reading().volume() != null, desk.reading().content());
        return List.of(
                Action.of("cine.play", "Cine", "Play or stop", cine::toggle)
                        .withIcon(RemixiconMZ.PLAY_LINE)
                        .withKey("P")
                        .enabledWhen(open),
                Action.of("cine.faster", "Cine", "Faster", cine::faster)
                        .withIcon(RemixiconMZ.SPEED_LINE)
                        .withKey("Period")
                        .enabledWhen(open),
                Action.of("cine.slower", "Cine", "Slower", cine::slower)
                        .withIcon(RemixiconAL.ARROW_DOWN_S_LINE)
                        .withKey("Comma")
                        .enabledWhen(open));
    }
}
