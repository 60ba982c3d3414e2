// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The places that a dragged series can be dropped on, side by side over the panes while it hovers there. FX thread.
public final class DropPlaces extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final DataFormat format;
    private final Supplier<List<Place>> places;

    /// What happens to the id of a series that is dropped here.
    public record Place(Ikon icon, String name, String hint, Consumer<String> take) {}

    /// `places` is asked whenever something comes over the panes, for what is open then.
    public DropPlaces(DataFormat format, Supplier<List<Place>> places) {
        this.format = format;
        this.places = places;
        getStyleClass().add("drop-places");
        setVisible(false);
        setMouseTransparent(true);
    }

    private void come() {
        getChildren().clear();
        for (Place place : places.get()) {
            Node node = node(place);
            HBox.setHgrow(node, Priority.ALWAYS);
            getChildren().add(node);
        }
        setVisible(true);
        setMouseTransparent(false);
    }

    private Node node(Place place) {
        var name = new Label(place.name());
        name.getStyleClass().add("title");
        var hint = new Label(place.hint());
        hint.getStyleClass().add("advice");
        hint.setWrapText(true);
        var box = new VBox(new FontIcon(place.icon()), name, hint);
        box.getStyleClass().add("drop-place");
        box.setPrefWidth(0);
        box.setOnDragOver(
                event -> {
                    accept(event);
                    box.pseudoClassStateChanged(CHOSEN, true);
                });
        box.setOnDragExited(_ -> box.pseudoClassStateChanged(CHOSEN, false));
        box.setOnDragDropped(
                event -> {
                    leave();
                    if (event.getDragboard().getContent(format) instanceof String id) {
                        place.take().accept(id);
                        event.setDropCompleted(true);
                    }
                    event.consume();
                });
        return box;
    }

    private void accept(DragEvent event) {
        if (event.getDragboard().hasContent(format)) {
            event.acceptTransferModes(TransferMode.LINK);
            event.consume();
        }
    }

    void install(Node area) {
        area.setOnDragEntered(
                event -> {
                    if (event.getDragboard().hasContent(format)) {
                        come();
                    }
                });
        area.setOnDragOver(this::accept);
        area.setOnDragExited(_ -> leave());
    }

    private void leave() {
        setVisible(false);
        setMouseTransparent(true);
    }
}
