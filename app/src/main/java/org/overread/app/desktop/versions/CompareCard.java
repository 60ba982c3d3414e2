// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.LateTip;
import org.overread.app.desktop.reading.overlay.Layers;
import org.overread.app.desktop.reading.overlay.Showing;
import org.overread.viewer.volume.PatientPoint;

/// How two versions differ: a row for each structure with what was added and removed, and the way to each place. FX
/// thread.
final class CompareCard extends VBox {
    private static final double ROW = 26;
    private static final int MOST_ROWS = 5; // the list of versions keeps its room

    private final List<Differences.Changed> changed;
    private final List<Differences.Place> places;
    private final Consumer<PatientPoint> jump;
    private final ListView<Differences.Changed> table = new ListView<>();
    private final Label where = new Label();
    private int place = -1;
    private Subscription following = Subscription.EMPTY;

    CompareCard(ComparedVersions both, Layers layers, Runnable close, Consumer<PatientPoint> jump) {
        super(6);
        this.jump = jump;
        changed = both.differences().changed();
        places = both.differences().places();
        getStyleClass().add("ov-compare");
        getChildren().addAll(head(both, close), choices(layers), rows(), steps());
    }

    /// Hears of nothing any more.
    void release() {
        following.unsubscribe();
    }

    private static Node head(ComparedVersions both, Runnable close) {
        var title =
                new Label(
                        "A %s   B %s"
                                .formatted(
                                        VersionWords.title(both.before()),
                                        VersionWords.title(both.after())));
        title.setTextOverrun(OverrunStyle.ELLIPSIS);
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var row = new HBox(4, title, Buttons.icon(RemixiconAL.CLOSE_LINE, "End comparing", close));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node choices(Layers layers) {
        var choices = new FlowPane(2, 2);
        for (Showing showing :
                List.of(
                        Showing.A,
                        Showing.B,
                        Showing.BOTH,
                        Showing.ONLY_A,
                        Showing.ONLY_B,
                        Showing.DISAGREEMENT)) {
            var choice = new ToggleButton(showing.title());
            choice.getStyleClass().setAll("ov-button", "ov-toggle");
            choice.setOnAction(
                    _ -> {
                        choice.setSelected(true);
                        layers.showing().set(showing);
                    });
            following =
                    following.and(
                            layers.showing().subscribe(now -> choice.setSelected(now == showing)));
            choices.getChildren().add(choice);
        }
        return choices;
    }

    private Node rows() {
        if (changed.isEmpty()) {
            return quiet("Both have the same labels, voxel for voxel.");
        }
        table.getItems().setAll(changed);
        table.setFixedCellSize(ROW);
        table.setPrefHeight(ROW * Math.min(MOST_ROWS, changed.size()) + 2);
        table.setMinHeight(ROW * Math.min(3, changed.size()) + 2);
        table.setAccessibleText("Structures that differ");
        table.setCellFactory(_ -> new ChangedCell());
        table.setOnMouseClicked(_ -> toStructure());
        table.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        toStructure();
                        event.consume();
                    }
                });
        var head = new HBox(6, wide(quiet("structure")), figure("added ml"), figure("removed ml"));
        head.getStyleClass().add("ov-compare-head");
        return new VBox(2, head, table);
    }

    /// To the next place of the structure that is chosen.
    private void toStructure() {
        Differences.Changed row = table.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        for (int step = 1; step <= places.size(); step++) {
            int next = (place + step + places.size()) % places.size();
            if (places.get(next).segment() == row.segment()) {
                go(next);
                return;
            }
        }
    }

    private Node steps() {
        where.getStyleClass().add("ov-quiet");
        where.setMaxWidth(Double.MAX_VALUE);
        where.setMinWidth(0);
        HBox.setHgrow(where, Priority.ALWAYS);
        where.setText(
                places.size() == 1
                        ? "1 place differs"
                        : "%,d places differ".formatted(places.size()));
        var row =
                new HBox(
                        4,
                        where,
                        Buttons.icon(
                                RemixiconAL.ARROW_UP_S_LINE,
                                "Previous place   Alt+Up",
                                () -> step(-1)),
                        Buttons.icon(
                                RemixiconAL.ARROW_DOWN_S_LINE,
                                "Next place   Alt+Down",
                                () -> step(1)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setDisable(places.isEmpty());
        return row;
    }

    /// To the place so many further in the list, the largest first, round.
    void step(int by) {
        if (!places.isEmpty()) {
            int from = place < 0 && by < 0 ? 0 : place;
            go(Math.floorMod(from + by, places.size()));
        }
    }

    private void go(int to) {
        place = to;
        Differences.Place now = places.get(to);
        where.setText(
                "%d of %,d  %s %s ml %s"
                        .formatted(
                                to + 1,
                                places.size(),
                                now.structure(),
                                VersionWords.ml(now.amount().ml()),
                                switch (now.kind()) {
                                    case ADDED -> "only in B";
                                    case REMOVED -> "only in A";
                                }));
        for (int n = 0; n < changed.size(); n++) {
            if (changed.get(n).segment() == now.segment()) {
                table.getSelectionModel().select(n);
                table.scrollTo(Math.max(0, n - 2));
            }
        }
        jump.accept(now.at());
    }

    private static Label quiet(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("ov-quiet");
        return label;
    }

    private static Label wide(Label label) {
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private static Label figure(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("ov-quiet", "ov-figures");
        label.setMinWidth(72);
        label.setPrefWidth(72);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    private static String changed(String sign, Differences.Amount amount) {
        return amount.voxels() == 0 ? "–" : sign + VersionWords.ml(amount.ml());
    }

    /// A structure with what was added and removed.
    private static final class ChangedCell extends ListCell<Differences.Changed> {
        @Override
        protected void updateItem(Differences.@Nullable Changed row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                LateTip.say(this, "");
                return;
            }
            var added = figure(changed("+", row.added()));
            var removed = figure(changed("−", row.removed()));
            var line = new HBox(6, wide(new Label(row.structure())), added, removed);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMaxWidth(Region.USE_PREF_SIZE);
            line.prefWidthProperty().bind(widthProperty().subtract(16));
            setGraphic(line);
            String voxels =
                    String.format(
                            Locale.ROOT,
                            "%s: %,d voxels added, %,d removed",
                            row.structure(),
                            row.added().voxels(),
                            row.removed().voxels());
            LateTip.say(this, voxels);
            setAccessibleText(voxels);
        }
    }
}
