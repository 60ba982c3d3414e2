// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.KeyCap;

/// Stands where the picture will be while no series is open: how to begin, and the folders opened last.
public final class WelcomeView extends VBox {
    private static final double WIDTH = 480;
    private static final int MOST_ROWS = 6;
    private static final Duration SOON = Duration.seconds(1);

    private final ObservableList<String> recent;
    private final Consumer<Path> open;
    private final Consumer<String> forget;
    private final VBox rows = new VBox();
    private final Label heading = new Label("Opened last");

    /// A folder is remembered when something of it is about to be seen instead of this.
    private final PauseTransition later = new PauseTransition(SOON);

    /// `forget` removes a folder from the list, not from the disk.
    public WelcomeView(
            ObservableValue<StudiesModel.State> state,
            ObservableList<String> recent,
            Runnable openFolder,
            Runnable openFiles,
            Runnable openSample,
            Consumer<Path> open,
            Consumer<String> forget) {
        this.recent = recent;
        this.open = open;
        this.forget = forget;
        getStyleClass().add("ov-welcome");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        var title = new Label();
        title.getStyleClass().add("ov-title");
        var hint = new Label();
        hint.getStyleClass().add("ov-quiet");
        var button = Buttons.filled("Open folder", openFolder);
        button.setGraphic(new FontIcon(RemixiconAL.FOLDER_OPEN_LINE));
        var files = Buttons.word("Open files", openFiles);
        Buttons.name(files, "Open files   " + KeyCap.written("Shortcut+Shift+O"));
        var start = new HBox(12, button, new KeyCap(KeyCap.written("Shortcut+O")), files);
        start.getStyleClass().add("ov-welcome-start");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        start.getChildren().addAll(gap, Buttons.word("Open the sample study", openSample));
        start.getChildren()
                .forEach(
                        part -> {
                            if (part instanceof ButtonBase word) {
                                word.setMinWidth(
                                        USE_PREF_SIZE); // nobody guesses what “Open f…” does
                            }
                        });
        heading.getStyleClass().addAll("ov-quiet", "ov-welcome-recent");
        getChildren().addAll(title, hint, start, heading, rows);
        state.subscribe(
                now -> {
                    boolean found = now instanceof StudiesModel.State.Found;
                    title.setText(found ? "Choose a series" : "Open a study to begin");
                    hint.setText(
                            found
                                    ? "Click it in the list at the left, or press Enter there."
                                    : "Drop images or a folder of them anywhere on this window.");
                });
        later.setOnFinished(_ -> show());
        recent.addListener(this::changed);
        show();
    }

    private void changed(ListChangeListener.Change<? extends String> change) {
        while (change.next()) {
            if (!change.wasAdded()) {
                show(); // a person took one away here
                return;
            }
        }
        later.playFromStart();
    }

    private void show() {
        heading.setVisible(!recent.isEmpty());
        rows.getChildren().setAll(recent.stream().limit(MOST_ROWS).map(this::row).toList());
    }

    private HBox row(String folder) {
        Path path = Path.of(folder);
        var name = new Label(String.valueOf(path.getFileName()));
        name.setMinWidth(Region.USE_PREF_SIZE);
        var place = new Label(String.valueOf(path.getParent()));
        place.getStyleClass().add("ov-faint");
        place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        var words = new HBox(8, new FontIcon(RemixiconAL.FOLDER_LINE), name, place);
        words.getStyleClass().add("ov-welcome-words");
        Button take = Buttons.word("", () -> open.accept(path));
        take.setGraphic(words);
        take.setAccessibleText("Open " + folder);
        take.getStyleClass().add("ov-welcome-row");
        take.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(take, Priority.ALWAYS);
        var away =
                Buttons.icon(
                        RemixiconAL.CLOSE_LINE,
                        "Remove from this list",
                        () -> forget.accept(folder));
        away.getStyleClass().addAll("ov-small-icon", "ov-welcome-away");
        var row = new HBox(take, away);
        row.getStyleClass().add("ov-welcome-line");
        return row;
    }
}
