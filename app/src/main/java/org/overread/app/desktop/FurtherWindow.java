// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.desk.Beside;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.theme.Theme;
import org.overread.app.desktop.workstation.Workstation;

/// The plane of the active pane once more in a window of its own, for another monitor: it goes with the first reading
/// and shows what that shows. FX thread.
final class FurtherWindow {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 900;

    private FurtherWindow() {}

    static Action action(Stage owner, Workstation workstation, ReadingDesk desk) {
        var open =
                Bindings.createBooleanBinding(
                        () -> desk.reading().volume() != null, desk.reading().content());
        return Action.of(
                        "view.window",
                        "Layout",
                        "This plane in a window of its own",
                        () -> open(owner, workstation, desk))
                .withIcon(RemixiconAL.EXTERNAL_LINK_LINE)
                .withKey("Shift+F")
                .enabledWhen(open);
    }

    private static void open(Stage owner, Workstation workstation, ReadingDesk desk) {
        Comparison comparison = desk.comparison();
        ViewPlane plane = comparison.focused().get().active().view();
        comparison
                .add(Column.Stand.ALONE)
                .ifPresentOrElse(
                        column -> show(owner, workstation, desk, column, plane),
                        () ->
                                workstation.tell(
                                        Notice.caution(
                                                "There are %d columns and windows already."
                                                        .formatted(Comparison.MOST),
                                                "Nothing was opened.",
                                                "Close one of them, then try again.")));
    }

    private static void show(
            Stage owner,
            Workstation workstation,
            ReadingDesk desk,
            Column column,
            ViewPlane plane) {
        var stage = new Stage();
        stage.initOwner(owner);
        stage.setTitle("Overread, " + plane.title().toLowerCase(Locale.ROOT));
        var scene = new Scene(desk.area().alone(column, plane), WIDTH, HEIGHT);
        Theme.dress(scene);
        workstation.actions().install(scene);
        workstation.watch().install(scene);
        stage.setScene(scene);
        place(owner, stage);
        ReadingModel main = desk.reading();
        var following =
                main.content()
                        .subscribe(
                                content -> {
                                    if (content instanceof Content.Ready) {
                                        Beside.share(main, column.reading());
                                    }
                                });
        var staying =
                desk.comparison()
                        .columns()
                        .subscribe(
                                () -> {
                                    if (!desk.comparison().columns().contains(column)) {
                                        stage.hide();
                                    }
                                });
        stage.setOnHidden(
                _ -> {
                    following.unsubscribe();
                    staying.unsubscribe();
                    desk.comparison().remove(column);
                });
        stage.show();
        desk.area().paneOf(column, plane).requestFocus();
    }

    /// On another monitor where there is one.
    private static void place(Stage owner, Stage stage) {
        for (Screen screen : Screen.getScreens()) {
            Rectangle2D bounds = screen.getVisualBounds();
            if (!bounds.contains(owner.getX() + owner.getWidth() / 2, owner.getY() + 1)) {
                stage.setX(bounds.getMinX());
                stage.setY(bounds.getMinY());
                stage.setWidth(bounds.getWidth());
                stage.setHeight(bounds.getHeight());
                return;
            }
        }
    }
}
