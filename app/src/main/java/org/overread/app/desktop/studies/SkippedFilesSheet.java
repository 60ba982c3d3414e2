// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;

/// Which files were not taken, and why.
public final class SkippedFilesSheet {
    private static final double ROW = 44;
    private static final int MOST_ROWS = 8;

    private SkippedFilesSheet() {}

    public static void open(List<SkippedFile> files, Layer layer) {
        var list = new ListView<SkippedFile>();
        list.getItems().setAll(files);
        list.setFixedCellSize(ROW);
        list.setPrefSize(520, ROW * Math.min(MOST_ROWS, files.size()) + 2);
        list.setCellFactory(_ -> new Cell());
        var note = new Label("The files themselves are unchanged; all others were read.");
        note.getStyleClass().add("ov-quiet");
        String title = files.size() == 1 ? "1 file skipped" : files.size() + " files skipped";
        Sheet.open(layer, title, new VBox(12, list, note));
    }

    private static final class Cell extends ListCell<SkippedFile> {
        @Override
        protected void updateItem(@Nullable SkippedFile file, boolean empty) {
            super.updateItem(file, empty);
            if (empty || file == null) {
                setGraphic(null);
                return;
            }
            var reason = new Label(file.reason());
            reason.getStyleClass().add("ov-quiet");
            setPrefWidth(0);
            setGraphic(new VBox(1, new Label(file.name()), reason));
        }
    }
}
