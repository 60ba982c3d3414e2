// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workstation;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/// Takes folders and files that are dropped anywhere on the window, and says so while they hover above it.
final class DropTarget extends StackPane {
    private final Consumer<List<Path>> take;

    DropTarget(Consumer<List<Path>> take) {
        this.take = take;
        getStyleClass().add("ov-drop");
        setMouseTransparent(true);
        setVisible(false);
        getChildren().add(new Label("Drop to open"));
    }

    void install(Scene scene) {
        scene.setOnDragOver(
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        setVisible(true);
                    }
                    event.consume();
                });
        scene.setOnDragExited(_ -> setVisible(false));
        scene.setOnDragDropped(this::drop);
    }

    private void drop(DragEvent event) {
        setVisible(false);
        var places = event.getDragboard().getFiles().stream().map(File::toPath).toList();
        if (!places.isEmpty()) {
            take.accept(places);
        }
        event.setDropCompleted(!places.isEmpty());
        event.consume();
    }
}
