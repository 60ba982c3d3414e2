// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.worklist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.EmptyState;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.control.OneByOne;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.worklist.WorklistModel.Listed;
import org.overread.sync.store.project.TaskState;

/// The worklist over the window: search and filters above, the tasks below, the progress of projects at the foot. Enter or
/// a double click opens a task. FX thread.
final class WorklistSheet extends VBox {
    private static final String STYLE =
            Objects.requireNonNull(WorklistSheet.class.getResource("worklist.css"))
                    .toExternalForm();
    private static final String ALL_PROJECTS = "All projects";
    private static final double BESIDE = 136; // what stays free of the window around the sheet
    private static final double ABOVE = 184;
    private static final double MOST_WIDE = 920;
    private static final double MOST_HIGH = 720;

    private final WorklistModel model;
    private final Consumer<WorklistRow> open;
    private final TextField search = new TextField();
    private final ComboBox<String> projects = new ComboBox<>();
    private final Map<TaskState, ToggleButton> states = new EnumMap<>(TaskState.class);
    private final ListView<WorklistRow> list = new ListView<>();
    private final HBox head = new HBox(12);
    private final FlowPane filters = new FlowPane(4, 4);
    private final StackPane middle = new StackPane();
    private final FlowPane progress = new FlowPane(24, 8);
    private boolean following;

    private WorklistSheet(
            WorklistModel model, Consumer<WorklistRow> open, Consumer<Notice> notices) {
        super(12);
        this.model = model;
        this.open = open;
        getStylesheets().add(STYLE);
        getStyleClass().add("ov-worklist");
        list.setCellFactory(_ -> new WorklistCell());
        list.setAccessibleText("Tasks");
        list.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        openChosen();
                    }
                });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressInList);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(head, filters, middle, assign(notices), foot());
        fillHead();
        fillFilters();
    }

    static void open(
            WorklistModel model,
            Layer layer,
            Consumer<WorklistRow> open,
            Consumer<Notice> notices) {
        var sheet =
                new WorklistSheet(
                        model,
                        row -> {
                            layer.close();
                            open.accept(row);
                        },
                        notices);
        sheet.prefWidthProperty()
                .bind(Bindings.min(MOST_WIDE, layer.widthProperty().subtract(BESIDE)));
        sheet.prefHeightProperty()
                .bind(Bindings.min(MOST_HIGH, layer.heightProperty().subtract(ABOVE)));
        model.refresh();
        Subscription following = model.listed().subscribe(sheet::show);
        FrameByFrame.inItsTurn(() -> sheet.lieOn(layer, following));
    }

    private void lieOn(Layer layer, Subscription following) {
        OneByOne.come(this, head, filters);
        Sheet.open(layer, "Worklist of " + model.workspace().session().actor().person(), this);
        sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                following.unsubscribe();
                            }
                        });
        search.requestFocus();
    }

    private void fillHead() {
        search.setId("worklist-search");
        search.setPromptText("Search by series, project or folder");
        search.setAccessibleText("Search the worklist");
        search.setText(model.search().get());
        search.textProperty().subscribe(text -> model.search().set(text));
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::pressInSearch);
        HBox.setHgrow(search, Priority.ALWAYS);
        projects.setAccessibleText("Project");
        projects.setOnAction(
                _ -> {
                    String chosen = projects.getValue();
                    if (!following && chosen != null) {
                        model.project()
                                .set(
                                        chosen.equals(ALL_PROJECTS)
                                                ? Optional.empty()
                                                : Optional.of(chosen));
                    }
                });
        var everyone = new ToggleButton("All readers");
        everyone.getStyleClass().setAll("ov-button", "ov-toggle");
        everyone.setId("worklist-everyone");
        everyone.setMinWidth(Region.USE_PREF_SIZE);
        everyone.setSelected(model.everyone().get());
        everyone.setOnAction(_ -> model.everyone().set(everyone.isSelected()));
        head.getChildren().addAll(search, everyone, projects);
        head.setAlignment(Pos.CENTER_LEFT);
    }

    /// For who leads the study: whom the chosen task goes to, and how soon it is wanted.
    private Node assign(Consumer<Notice> notices) {
        var chosen = list.getSelectionModel().selectedItemProperty();
        return new AssignBar(
                Bindings.createObjectBinding(() -> Optional.ofNullable(chosen.get()), chosen),
                model.workspace().state().map(state -> state.toWrite().isPresent()),
                (row, reader, priority) ->
                        model.assign(
                                row,
                                reader,
                                priority,
                                why ->
                                        notices.accept(
                                                Notice.caution(
                                                        "The task stays with %s."
                                                                .formatted(row.task().reader()),
                                                        why,
                                                        ""))));
    }

    private void fillFilters() {
        Arrays.stream(TaskState.values())
                .sorted(Comparator.comparingInt(WorklistRow::rank))
                .forEach(
                        state -> {
                            var toggle = new ToggleButton();
                            toggle.getStyleClass().setAll("ov-button", "ov-toggle");
                            toggle.setId("worklist-" + state.name().toLowerCase(Locale.ROOT));
                            toggle.setSelected(model.states().get().contains(state));
                            toggle.setOnAction(_ -> choose(state, toggle.isSelected()));
                            states.put(state, toggle);
                            filters.getChildren().add(toggle);
                        });
    }

    private void choose(TaskState state, boolean through) {
        Set<TaskState> now = EnumSet.noneOf(TaskState.class);
        now.addAll(model.states().get());
        if (through) {
            now.add(state);
        } else {
            now.remove(state);
        }
        model.states().set(Set.copyOf(now));
    }

    private Node foot() {
        HBox.setHgrow(progress, Priority.ALWAYS);
        progress.setMinWidth(0);
        var button = Buttons.filled("Open", this::openChosen);
        button.disableProperty()
                .bind(Bindings.isNull(list.getSelectionModel().selectedItemProperty()));
        var foot = new HBox(12, progress, button);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void show(Listed listed) {
        following = true;
        var names = new ArrayList<String>(List.of(ALL_PROJECTS));
        names.addAll(listed.progress().keySet());
        if (!names.equals(projects.getItems())) {
            projects.getItems().setAll(names);
        }
        projects.setValue(model.project().get().orElse(ALL_PROJECTS));
        following = false;
        states.forEach(
                (state, toggle) -> {
                    int count = listed.all().getOrDefault(state, 0);
                    toggle.setText(
                            capital(WorklistRow.word(state)) + (count == 0 ? "" : "  " + count));
                });
        if (!list.getItems().equals(listed.rows())) {
            // nothing is chosen for a moment, and who types beside the list would lose the field
            Optional<String> chosen =
                    Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                            .map(row -> row.task().key());
            list.getItems().setAll(listed.rows());
            for (int n = 0; n < listed.rows().size(); n++) {
                if (chosen.filter(listed.rows().get(n).task().key()::equals).isPresent()) {
                    list.getSelectionModel().select(n);
                }
            }
        }
        Node wanted = listed.rows().isEmpty() ? empty(listed) : list;
        if (!middle.getChildren().equals(List.of(wanted))) {
            middle.getChildren().setAll(wanted);
        }
        progress.getChildren().clear();
        listed.progress().entrySet().stream()
                .filter(
                        entry ->
                                model.project().get().isEmpty()
                                        || model.project().get().get().equals(entry.getKey()))
                .limit(3)
                .forEach(
                        entry -> progress.getChildren().add(bar(entry.getKey(), entry.getValue())));
    }

    private Node empty(Listed listed) {
        boolean none = listed.progress().isEmpty();
        return none
                ? new EmptyState(
                        RemixiconMZ.TASK_LINE,
                        "No tasks",
                        "What you are to read stands here. Open a series and put it on your worklist,"
                                + " or draw on it.")
                : new EmptyState(
                        RemixiconMZ.SEARCH_LINE,
                        "No task fits",
                        "Search for less, or let more states through.");
    }

    private static Node bar(String project, Map<TaskState, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int done =
                counts.getOrDefault(TaskState.SUBMITTED, 0)
                        + counts.getOrDefault(TaskState.ACCEPTED, 0);
        var words = new Label("%s  %d of %d handed in".formatted(project, done, all));
        words.getStyleClass().addAll("ov-quiet", "ov-worklist-progress");
        var bar = new ProgressBar(all == 0 ? 0 : (double) done / all);
        bar.setPrefWidth(120);
        bar.setAccessibleText(words.getText());
        var row = new HBox(8, words, bar);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void openChosen() {
        WorklistRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            open.accept(row);
        }
    }

    private void pressInSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !list.getItems().isEmpty()) {
            list.requestFocus();
            list.getSelectionModel().selectFirst();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && list.getItems().size() == 1) {
            list.getSelectionModel().selectFirst();
            openChosen();
            event.consume();
        }
    }

    private void pressInList(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            openChosen();
            event.consume();
        }
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
