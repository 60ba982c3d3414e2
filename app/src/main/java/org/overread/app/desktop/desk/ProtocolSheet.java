// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.desk;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.LateTip;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.reading.hanging.HangingProtocol;
import org.overread.app.desktop.reading.hanging.SeriesRule;

/// The person's hanging protocols: what each is for, changed where it stands, and how what is on the screen becomes
/// one. FX thread.
public final class ProtocolSheet {
    private static final double MOST_HIGH = 420;

    private final Hanging hanging;
    private final Layer layer;
    private final Notices notices;
    private final VBox list = new VBox(14);

    private ProtocolSheet(Hanging hanging, Layer layer, Notices notices) {
        this.hanging = hanging;
        this.layer = layer;
        this.notices = notices;
    }

    public static void open(
            Hanging hanging, Layer layer, Notices notices, String proposedName, int series) {
        var sheet = new ProtocolSheet(hanging, layer, notices);
        sheet.show();
        var scroll = new ScrollPane(sheet.list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HIGH);
        var content = new VBox(16, sheet.saving(proposedName, series), scroll);
        content.getStyleClass().add("ov-protocols");
        Sheet.open(layer, "Hanging protocols", content);
    }

    private Node saving(String proposedName, int series) {
        var name = field(proposedName, "Name", 220);
        Runnable keep =
                () -> {
                    String chosen = name.getText().isBlank() ? "Protocol" : name.getText().strip();
                    hanging.save(chosen, series).ifPresent(_ -> show());
                };
        name.setOnAction(_ -> keep.run());
        var save = Buttons.filled("Save what I see", keep);
        HBox.setHgrow(name, Priority.ALWAYS);
        return new HBox(8, name, save);
    }

    private void show() {
        list.getChildren().clear();
        int count = hanging.protocols().all().size();
        for (int n = 0; n < count; n++) {
            list.getChildren().add(row(n));
        }
        if (count == 0) {
            var hint =
                    new Label(
                            "Arrange a series as you like to read it: layout, planes, window, what"
                                    + " hangs beside and over it. Then save it: series of its kind"
                                    + " open like that from now on.");
            hint.setWrapText(true);
            hint.setMaxWidth(460);
            hint.getStyleClass().add("ov-quiet");
            list.getChildren().add(hint);
        }
    }

    private Node row(int n) {
        HangingProtocol protocol = hanging.protocols().all().get(n);
        SeriesRule rule = protocol.rule();
        var name = field(protocol.name(), "Name", 200);
        follow(name, n, text -> at(n).withName(text));
        var modality = field(rule.modality(), "any", 64);
        follow(
                modality,
                n,
                text ->
                        at(n).withRule(
                                        new SeriesRule(
                                                text,
                                                at(n).rule().bodyPart(),
                                                at(n).rule().words())));
        var bodyPart = field(rule.bodyPart(), "any", 110);
        follow(
                bodyPart,
                n,
                text ->
                        at(n).withRule(
                                        new SeriesRule(
                                                at(n).rule().modality(),
                                                text,
                                                at(n).rule().words())));
        var words = field(rule.words(), "any", 180);
        follow(
                words,
                n,
                text ->
                        at(n).withRule(
                                        new SeriesRule(
                                                at(n).rule().modality(),
                                                at(n).rule().bodyPart(),
                                                text)));
        var series = field(Integer.toString(protocol.series()), "1", 44);
        follow(series, n, text -> at(n).withSeries(number(text)));
        var delete =
                Buttons.icon(RemixiconAL.DELETE_BIN_LINE, "Delete this protocol", () -> delete(n));
        var grid = new GridPane(8, 4);
        grid.addRow(
                0,
                quiet("name"),
                quiet("modality"),
                quiet("body part"),
                quiet("words of the description"),
                quiet("series ≥"));
        grid.addRow(1, name, modality, bodyPart, words, series, delete);
        var shows = quiet(shows(protocol));
        return new VBox(4, grid, shows);
    }

    private HangingProtocol at(int n) {
        return hanging.protocols().all().get(n);
    }

    private static String shows(HangingProtocol protocol) {
        var text = new StringBuilder(protocol.layout().title());
        protocol.grid().ifPresent(grid -> text.append(", ").append(grid.words()));
        if (protocol.columns().size() > 1) {
            text.append(", %d series beside".formatted(protocol.columns().size() - 1));
        }
        if (!protocol.overlays().isEmpty()) {
            text.append(", %d over".formatted(protocol.overlays().size()));
        }
        return text.toString();
    }

    private static int number(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 4 ? 1 : Math.max(1, Integer.parseInt(digits));
    }

    private void follow(TextField field, int n, Change change) {
        field.textProperty()
                .addListener((_, _, text) -> hanging.protocols().all().set(n, change.apply(text)));
    }

    private interface Change {
        HangingProtocol apply(String text);
    }

    private void delete(int n) {
        HangingProtocol gone = hanging.protocols().all().remove(n);
        show();
        notices.show(
                Notice.good("“%s” was deleted.".formatted(gone.name()))
                        .withOffer(
                                "Undo",
                                () -> {
                                    var all = hanging.protocols().all();
                                    all.add(Math.min(n, all.size()), gone);
                                    if (layer.isVisible()) {
                                        show();
                                    }
                                }));
    }

    private static TextField field(String text, String prompt, double width) {
        var field = new TextField(text);
        field.setPromptText(prompt);
        field.setPrefWidth(width);
        LateTip.say(field, prompt);
        return field;
    }

    private static Label quiet(String text) {
        var label = new Label(text);
        label.getStyleClass().add("ov-quiet");
        return label;
    }
}
