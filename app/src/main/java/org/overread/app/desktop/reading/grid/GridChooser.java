// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.grid;

import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.overread.app.desktop.reading.PaneGrid;

/// Small squares of which the pointer or the arrow keys mark columns and rows; a click, Enter or Space takes them.
/// FX thread.
final class GridChooser extends GridPane {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final Region[][] squares = new Region[PaneGrid.MOST][PaneGrid.MOST];
    private final BiConsumer<Integer, Integer> marked;
    private final BiConsumer<Integer, Integer> taken;
    private int columns;
    private int rows;

    /// Both are told columns and rows.
    GridChooser(BiConsumer<Integer, Integer> marked, BiConsumer<Integer, Integer> taken) {
        this.marked = marked;
        this.taken = taken;
        getStyleClass().add("grid-chooser");
        setFocusTraversable(true);
        for (int row = 0; row < PaneGrid.MOST; row++) {
            for (int column = 0; column < PaneGrid.MOST; column++) {
                var square = new Region();
                square.getStyleClass().add("grid-square");
                squares[row][column] = square;
                int across = column + 1;
                int down = row + 1;
                square.setOnMouseEntered(_ -> mark(across, down));
                add(square, column, row);
            }
        }
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    void mark(int newColumns, int newRows) {
        columns = Math.clamp(newColumns, 1, PaneGrid.MOST);
        rows = Math.clamp(newRows, 1, PaneGrid.MOST);
        for (int row = 0; row < PaneGrid.MOST; row++) {
            for (int column = 0; column < PaneGrid.MOST; column++) {
                boolean in = row < rows && column < columns;
                squares[row][column].pseudoClassStateChanged(MARKED, in);
            }
        }
        setAccessibleText(PaneGrid.words(columns, rows));
        marked.accept(columns, rows);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            requestFocus();
            taken.accept(columns, rows);
            event.consume();
        }
    }

    private void press(KeyEvent event) {
        KeyCode code = event.getCode();
        switch (code) {
            case LEFT -> mark(columns - 1, rows);
            case RIGHT -> mark(columns + 1, rows);
            case UP -> mark(columns, rows - 1);
            case DOWN -> mark(columns, rows + 1);
            case ENTER, SPACE -> taken.accept(columns, rows);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
