// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.control.OneByOne;
import org.overread.app.desktop.control.Unfolding;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.finding.FindingFields;
import org.overread.segmentation.finding.Said;
import org.overread.segmentation.label.Ontology;
import org.overread.segmentation.label.Structure;

/// Asks for the term of the ontology that a finding is of, and its attributes: those that are required are asked until they
/// are said. Nothing is filled in for the reader. FX thread.
public final class DescribeCard extends VBox {
    private static final double WIDE = 460;
    private static final int ROWS = 6;
    private static final double ROW = 28;

    private final Layer layer;
    private final List<Ontology.Entry> entries;
    private final Ontology ontology;
    private final Consumer<Said> save;
    private final Said before;
    private final TextField search = new TextField();
    private final ObservableList<Ontology.Entry> found = FXCollections.observableArrayList();
    private final ListView<Ontology.Entry> list = new ListView<>(found);
    private final GridPane form = new GridPane(12, 6);
    private final Map<Ontology.Attribute, Answer> answers = new LinkedHashMap<>();
    private final Label missing = new Label();
    private final Unfolding unfolding = new Unfolding(ROW, list::setPrefHeight);

    /// What stands beside an attribute, and what it says now.
    private interface Answer {
        Node node();

        String said();
    }

    /// @param title what is asked
    /// @param top more to ask, above the term
    /// @param entries that may be said here
    /// @param before what was said until now
    DescribeCard(
            Layer layer,
            String title,
            List<Node> top,
            Ontology ontology,
            List<Ontology.Entry> entries,
            Said before,
            Consumer<Said> save) {
        this.layer = layer;
        this.ontology = ontology;
        this.entries = List.copyOf(entries);
        this.before = before;
        this.save = save;
        setId("describe");
        getStyleClass().addAll("ov-card", "ov-add-segment");
        setPrefWidth(WIDE);
        setSpacing(8);
        var heading = new Label(title);
        heading.getStyleClass().add("ov-title");
        search.setId("describe-term");
        search.setPromptText("Term of “%s”".formatted(ontology.name()));
        search.setAccessibleText("Search for a term");
        search.textProperty().subscribe(this::search);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setFixedCellSize(ROW);
        unfolding.rows(Math.clamp(entries.size(), 1, ROWS));
        list.setMinHeight(USE_PREF_SIZE);
        list.getStyleClass().add("ov-list");
        list.setAccessibleText("Terms");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new TermCell());
        list.getSelectionModel().selectedItemProperty().subscribe(_ -> ask());
        missing.getStyleClass().add("ov-caution");
        missing.setId("describe-missing");
        missing.setWrapText(true);
        missing.managedProperty().bind(missing.visibleProperty());
        missing.setVisible(false);
        getChildren().add(heading);
        getChildren().addAll(top);
        getChildren().addAll(search, list, form, missing, below());
        before.term().flatMap(ontology::find).ifPresent(list.getSelectionModel()::select);
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex()));
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        save();
                        event.consume();
                    }
                });
    }

    private Node below() {
        var hint = new Label("Enter keeps it, Esc leaves");
        hint.getStyleClass().add("ov-quiet");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var box = new HBox(8, hint, gap, Buttons.filled("Keep", this::save));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    void open() {
        FrameByFrame.inItsTurn(
                () -> {
                    OneByOne.after(this, search);
                    layer.show(this, Layer.Place.TOP, search);
                    unfolding.start();
                });
    }

    /// Says why it is asked now.
    void say(String why) {
        missing.setText(why);
        missing.setVisible(true);
    }

    private void search(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        Ontology.Entry chosen = list.getSelectionModel().getSelectedItem();
        found.setAll(
                entries.stream()
                        .filter(
                                one ->
                                        one.structure()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .contains(wanted))
                        .toList());
        if (chosen != null && found.contains(chosen)) {
            list.getSelectionModel().select(chosen);
        } else if (!wanted.isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void key(KeyEvent event) {
        int row = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int next = event.getCode() == KeyCode.DOWN ? row + 1 : row - 1;
            if (next >= 0 && next < found.size()) {
                list.getSelectionModel().select(next);
                list.scrollTo(next);
            }
            event.consume();
        }
    }

    private Optional<Ontology.Entry> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    /// The attributes of the chosen term.
    private void ask() {
        form.getChildren().clear();
        answers.clear();
        missing.setVisible(false);
        int row = 0;
        for (Ontology.Attribute attribute :
                chosen().map(Ontology.Entry::attributes).orElse(List.of())) {
            String said = before.attributes().getOrDefault(attribute.name(), "");
            Answer answer = attribute.values().isEmpty() ? text(said) : choice(attribute, said);
            answer.node().setAccessibleText(attribute.name());
            var name = new Label(attribute.name());
            var need = new Label(attribute.need() == Ontology.Need.REQUIRED ? "required" : "");
            need.getStyleClass().add("ov-quiet");
            name.setLabelFor(answer.node());
            GridPane.setHgrow(answer.node(), Priority.ALWAYS);
            form.addRow(row++, name, answer.node(), need);
            answers.put(attribute, answer);
        }
        form.setManaged(!answers.isEmpty());
    }

    private static Answer text(String said) {
        var field = new TextField(said);
        return new Answer() {
            @Override
            public Node node() {
                return field;
            }

            @Override
            public String said() {
                return FindingFields.plain(field.getText());
            }
        };
    }

    /// The empty choice takes back what was said.
    private static Answer choice(Ontology.Attribute attribute, String said) {
        var box = new ChoiceBox<String>();
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().add("");
        box.getItems().addAll(attribute.values());
        box.setValue(attribute.values().contains(said) ? said : "");
        return new Answer() {
            @Override
            public Node node() {
                return box;
            }

            @Override
            public String said() {
                return Optional.ofNullable(box.getValue()).orElse("");
            }
        };
    }

    private void save() {
        if (chosen().isEmpty()) {
            say("Choose a term first.");
            return;
        }
        String term = chosen().get().structure().id();
        Map<String, String> said = new LinkedHashMap<>();
        answers.forEach((attribute, answer) -> said.put(attribute.name(), answer.said()));
        Said now = before.of(Optional.of(term), said);
        for (Ontology.Flaw flaw : ontology.flaws(term, now.attributes())) {
            say(words(flaw));
            if (flaw instanceof Ontology.Flaw.Missing(Ontology.Attribute attribute)) {
                Optional.ofNullable(answers.get(attribute))
                        .ifPresent(answer -> answer.node().requestFocus());
            }
            return;
        }
        layer.close();
        save.accept(now);
    }

    static String words(Ontology.Flaw flaw) {
        return switch (flaw) {
            case Ontology.Flaw.Missing(Ontology.Attribute attribute) ->
                    "“%s” is required.".formatted(attribute.name());
            case Ontology.Flaw.NotAValue(Ontology.Attribute attribute, String said) ->
                    "“%s” is none of the values of “%s”.".formatted(said, attribute.name());
            case Ontology.Flaw.Unknown(String attribute) ->
                    "The term has no attribute “%s”.".formatted(attribute);
        };
    }

    private static final class TermCell extends ListCell<Ontology.Entry> {
        @Override
        protected void updateItem(Ontology.@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setText("");
                return;
            }
            Structure structure = entry.structure();
            setText(
                    structure.name()
                            + structure.code().map(code -> "   " + code.value()).orElse(""));
        }
    }
}
