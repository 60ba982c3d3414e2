// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.worklist;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.overread.app.desktop.control.Buttons;

/// Who reads the chosen task, and how soon; Enter in either field hands it out. FX thread.
final class AssignBar extends HBox {
    private static final int MOST_URGENT = 99;

    private final TextField reader = new TextField();
    private final Spinner<Integer> priority = new Spinner<>(0, MOST_URGENT, 0);
    private final ObservableValue<Optional<WorklistRow>> chosen;
    private final Deed deed;

    /// What handing out means.
    @FunctionalInterface
    interface Deed {
        void assign(WorklistRow row, String reader, int priority);
    }

    AssignBar(
            ObservableValue<Optional<WorklistRow>> chosen,
            ObservableValue<Boolean> mayWrite,
            Deed deed) {
        super(8);
        this.chosen = chosen;
        this.deed = deed;
        setAlignment(Pos.CENTER_LEFT);
        reader.setId("worklist-reader");
        reader.setAccessibleText("Reader of the task");
        reader.setPrefColumnCount(10);
        reader.setOnAction(_ -> run());
        priority.setId("worklist-urgency");
        priority.setEditable(true);
        priority.setPrefWidth(84);
        priority.setAccessibleText("Priority of the task; higher is sooner");
        priority.getEditor().setOnAction(_ -> run());
        var readerWord = new Label("Reader");
        readerWord.getStyleClass().add("ov-quiet");
        readerWord.setLabelFor(reader);
        var priorityWord = new Label("Priority");
        priorityWord.getStyleClass().add("ov-quiet");
        priorityWord.setLabelFor(priority);
        Button give = Buttons.word("Hand out", this::run);
        give.setId("worklist-assign");
        getChildren().addAll(readerWord, reader, priorityWord, priority, give);
        disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> chosen.getValue().isEmpty() || !mayWrite.getValue(),
                                chosen,
                                mayWrite));
        chosen.subscribe(this::show);
    }

    private void show(Optional<WorklistRow> row) {
        reader.setText(row.map(one -> one.task().reader()).orElse(""));
        priority.getValueFactory().setValue(row.map(one -> one.task().priority()).orElse(0));
    }

    private void run() {
        Optional<WorklistRow> row = chosen.getValue();
        String name = reader.getText().strip();
        Optional<Integer> wanted = number(priority.getEditor().getText());
        if (row.isPresent() && !name.isEmpty() && wanted.isPresent()) {
            deed.assign(row.get(), name, wanted.get());
        } else {
            show(row); // what it was
        }
    }

    private static Optional<Integer> number(String text) {
        return text.strip().matches("[0-9]{1,2}")
                ? Optional.of(Integer.valueOf(text.strip()))
                : Optional.empty();
    }
}
