// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.EmptyState;
import org.overread.app.desktop.reading.overlay.Layers;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.version.StoredVersion;
import org.overread.viewer.volume.PatientPoint;

/// The versions in the right panel. Enter or a double click shows one over the images, F2 renames it; two that are chosen
/// can be compared. FX thread.
public final class VersionsView extends BorderPane {
    private static final String STYLE =
            Objects.requireNonNull(VersionsView.class.getResource("versions.css")).toExternalForm();

    private final VersionsModel model;
    private final Layers layers;
    private final Consumer<PatientPoint> jump;
    private final Action sample;
    private final ListView<VersionGraph.Row> list = new ListView<>();
    private final ComboBox<Reading> readings = new ComboBox<>();
    private final Label hidden = new Label();
    private final VBox top = new VBox(4);
    private final HBox below = new HBox();
    private Optional<CompareCard> card = Optional.empty();
    private boolean following;

    /// @param sample makes readings where there are none; offered while it is possible
    public VersionsView(
            VersionsModel model, Layers layers, Consumer<PatientPoint> jump, Action sample) {
        this.model = model;
        this.layers = layers;
        this.jump = jump;
        this.sample = sample;
        getStylesheets().add(STYLE);
        getStyleClass().add("ov-versions");
        list.setEditable(true);
        list.setFixedCellSize(VersionCell.HEIGHT);
        list.setAccessibleText("Versions, the newest first");
        list.setCellFactory(_ -> new VersionCell(model));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        chosen().stream().findFirst().ifPresent(model.drawn()::show);
                    }
                });
        readings.setMaxWidth(Double.MAX_VALUE);
        readings.setAccessibleText("Reading");
        readings.setConverter(new ReadingName());
        readings.setOnAction(
                _ -> {
                    Reading reading = readings.getValue();
                    if (!following && reading != null) {
                        model.choose(reading);
                    }
                });
        hidden.setWrapText(true);
        hidden.getStyleClass().add("ov-quiet");
        top.getStyleClass().add("ov-versions-top");
        below.getStyleClass().add("ov-findings-actions");
        model.state().subscribe(this::show);
        model.drawn().compared().subscribe(this::compare);
        model.marks().subscribe(_ -> list.refresh());
    }

    /// What stands below the list.
    public void offer(List<Action> actions) {
        actions.forEach(action -> below.getChildren().add(Buttons.of(action)));
    }

    /// The versions that are chosen, the newest first.
    public List<StoredVersion> chosen() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(VersionGraph.Row::version)
                .toList();
    }

    /// What actions depend on.
    public ObservableList<?> selection() {
        return list.getSelectionModel().getSelectedItems();
    }

    /// Begins to rename the version that is chosen.
    public void rename() {
        if (!model.isOwn()) {
            return;
        }
        list.requestFocus();
        list.edit(list.getSelectionModel().getSelectedIndex());
    }

    /// To the place so many further of those in which the compared versions differ.
    public void step(int by) {
        card.ifPresent(compared -> compared.step(by));
    }

    private void show(VersionsState state) {
        switch (state) {
            case VersionsState.Nothing() -> {
                list.getItems().clear();
                setTop(null);
                setBottom(null);
                setCenter(
                        new EmptyState(
                                RemixiconAL.GIT_BRANCH_LINE,
                                "No versions",
                                "Every version of the labels that was saved stands here for ever."
                                        + " Open a series to see those of its readings."));
            }
            case VersionsState.Listed listed -> show(listed);
        }
    }

    private void show(VersionsState.Listed listed) {
        following = true;
        readings.getItems().setAll(listed.readings());
        listed.reading().ifPresent(readings::setValue);
        following = false;
        top.getChildren().clear();
        if (listed.readings().size() > 1) {
            top.getChildren().add(readings);
        }
        if (listed.hidden() > 0) {
            hidden.setText("What others drew here is hidden until you hand in your reading.");
            top.getChildren().add(hidden);
        }
        listed.reading()
                .filter(reading -> reading.availability() == Reading.Availability.WITHDRAWN)
                .ifPresent(_ -> top.getChildren().add(withdrawn()));
        setTop(top.getChildren().isEmpty() ? null : top);
        foot();
        if (listed.versions().isEmpty()) {
            list.getItems().clear();
            setCenter(empty());
            return;
        }
        List<StoredVersion> before = chosen();
        list.getItems().setAll(VersionGraph.rows(listed.versions()));
        for (int n = 0; n < list.getItems().size(); n++) {
            StoredVersion version = list.getItems().get(n).version();
            if (before.stream().anyMatch(old -> old.id().equals(version.id()))) {
                list.getSelectionModel().select(n);
            }
        }
        setCenter(list);
    }

    private EmptyState empty() {
        String text = "Nobody has saved labels of this series here yet.";
        if (!sample.enabled().get()) {
            return new EmptyState(RemixiconAL.GIT_BRANCH_LINE, "No versions", text);
        }
        var button = Buttons.word(sample.name(), sample.run());
        button.getStyleClass().add("ov-link");
        return new EmptyState(RemixiconAL.GIT_BRANCH_LINE, "No versions", text, button);
    }

    private static Label withdrawn() {
        var label =
                new Label(
                        "This reading was withdrawn: its labels are erased, and that they were made"
                                + " stays known.");
        label.setWrapText(true);
        label.getStyleClass().addAll("ov-quiet", "ov-versions-withdrawn");
        return label;
    }

    private void compare(Optional<ComparedVersions> both) {
        card.ifPresent(CompareCard::release);
        card = both.map(two -> new CompareCard(two, layers, model.drawn()::endComparison, jump));
        foot();
    }

    private void foot() {
        var foot = new VBox();
        card.ifPresent(foot.getChildren()::add);
        foot.getChildren().add(below);
        setBottom(model.listed().isPresent() ? foot : null);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.F2) {
            rename();
        } else if (event.getCode() == KeyCode.ENTER && !chosen().isEmpty()) {
            model.drawn().show(chosen().getFirst());
        } else {
            return;
        }
        event.consume();
    }

    /// By whom, and for which task where there are several of one reader.
    private static final class ReadingName extends StringConverter<Reading> {
        @Override
        public String toString(Reading reading) {
            return reading == null
                    ? ""
                    : reading.reader()
                            + (reading.availability() == Reading.Availability.WITHDRAWN
                                    ? " (withdrawn)"
                                    : "");
        }

        @Override
        public Reading fromString(String text) {
            throw new UnsupportedOperationException("nobody writes here");
        }
    }
}
