// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.tags;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.control.LateTip;
import org.overread.viewer.opening.TagLine;

/// Tags in columns; what is in a sequence stands further right. Ctrl+C copies the chosen rows. FX thread.
final class TagTable extends TableView<TagLine> {
    private static final PseudoClass PRIVATE = PseudoClass.getPseudoClass("private");
    private static final PseudoClass ITEM = PseudoClass.getPseudoClass("item");
    private static final String ITEM_TAG = "(FFFE,E000)";
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final int LONGEST = 1000;
    static final double ROW = 28;
    private static final double INDENT = 10;
    private static final double LEFT = 8;

    private final TableColumn<TagLine, String> tag =
            column("Tag", 180, line -> line.tag().orElse(""));
    private final TableColumn<TagLine, String> type =
            column("Type", 52, line -> line.vr().orElse(""));
    private final TableColumn<TagLine, String> name = column("Name", 276, TagText::name);
    private final TableColumn<TagLine, String> value = column("Value", 440, TagLine::value);

    private final FrameByFrame filling = FrameByFrame.catchingUp(1);
    private final IntConsumer copied;

    /// `copied` hears how many rows were put on the clipboard.
    TagTable(IntConsumer copied) {
        this.copied = copied;
        tag.setMaxWidth(240);
        type.setMaxWidth(56);
        name.setMaxWidth(420);
        getStyleClass().add("ov-tags");
        setFixedCellSize(ROW);
        setPlaceholder(new Region());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        tag.setCellFactory(_ -> new IndentedCell());
        value.setCellFactory(_ -> new ValueCell());
        getColumns().setAll(List.of(tag, type, name, value));
        setRowFactory(_ -> new Row());
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    void show(List<TagLine> lines) {
        boolean dicom = lines.stream().anyMatch(line -> line.tag().isPresent());
        tag.setVisible(dicom);
        type.setVisible(dicom);
        filling.forget();
        if (getSkin() == null) {
            filling.add(
                    () -> getItems().setAll(lines)); // the head of the table is enough for a frame
        } else {
            getItems().setAll(lines);
        }
    }

    boolean isDicom() {
        return tag.isVisible();
    }

    void copyChosen() {
        copy(getSelectionModel().getSelectedItems().stream().toList());
    }

    void copyAll() {
        copy(getItems());
    }

    private void copy(List<TagLine> lines) {
        if (!lines.isEmpty()) {
            var content = new ClipboardContent();
            content.putString(TagText.copied(lines));
            Clipboard.getSystemClipboard().setContent(content);
        }
        copied.accept(lines.size());
    }

    private void press(KeyEvent event) {
        if (COPY.match(event)) {
            copyChosen();
            event.consume();
        }
    }

    private static TableColumn<TagLine, String> column(
            String title, double width, Function<TagLine, String> text) {
        var column = new TableColumn<TagLine, String>(title);
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(oneLine(text.apply(cell.getValue()))));
        column.setPrefWidth(width);
        column.setSortable(false); // the order is the file's
        column.setReorderable(false);
        return column;
    }

    /// Of a very long value, its beginning and its length: no screen shows more, and copies hold all of it.
    private static String oneLine(String text) {
        String shown =
                text.length() <= LONGEST
                        ? text
                        : "%s… (%,d characters)"
                                .formatted(text.substring(0, LONGEST), text.length());
        return shown.replaceAll("\\R", " ⏎ ");
    }

    private static final class Row extends TableRow<TagLine> {
        @Override
        protected void updateItem(@Nullable TagLine line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(PRIVATE, !empty && line != null && line.isPrivate());
            pseudoClassStateChanged(
                    ITEM,
                    !empty && line != null && line.tag().filter(ITEM_TAG::equals).isPresent());
        }
    }

    private static final class IndentedCell extends TableCell<TagLine, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            TagLine line = getTableRow() == null ? null : getTableRow().getItem();
            setText(empty ? null : text);
            double left = LEFT + (line == null ? 0 : line.depth() * INDENT);
            setStyle("-fx-padding: 0 8 0 %.0f;".formatted(left));
        }
    }

    /// A long value is cut at the column's edge and stands whole in the tip.
    private static final class ValueCell extends TableCell<TagLine, String> {
        private static final int TIP_FROM = 40;
        private static final double TIP_WIDTH = 560;

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            String words = empty || text == null || text.length() < TIP_FROM ? "" : text;
            LateTip.say(this, words, ValueCell::wrap);
        }

        private static void wrap(Tooltip tip) {
            tip.setWrapText(true);
            tip.setMaxWidth(TIP_WIDTH);
        }
    }
}
