// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.FixedFigures;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;
import org.overread.sync.store.audit.AuditEntry;
import org.overread.sync.store.audit.AuditExport;
import org.overread.sync.store.audit.AuditVerdict;

/// The audit trail: who did what when, with old and new value; filtered, verified, exported. FX thread.
final class AuditSheet extends VBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final double BESIDE = 136; // what stays free of the window around the sheet
    private static final double ABOVE = 184;
    private static final double MOST_WIDE = 1160;
    private static final double MOST_HIGH = 720;

    private final WorkspaceModel model;
    private final AskPlace places;
    private final ObservableList<AuditEntry> entries = FXCollections.observableArrayList();
    private final FilteredList<AuditEntry> fitting = new FilteredList<>(entries);
    private final TableView<AuditEntry> table = new TableView<>(fitting);
    private final TextField filter = new TextField();
    private final FixedFigures count = new FixedFigures("0000000 of 0000000 entries");
    private final Label said = new Label();

    private AuditSheet(WorkspaceModel model, AskPlace places) {
        super(12);
        this.model = model;
        this.places = places;
        getStyleClass().add("ov-audit");
        filter.setId("audit-filter");
        filter.setPromptText("Filter by person, action, subject or value");
        filter.setAccessibleText("Filter the audit trail");
        filter.textProperty().subscribe(this::filter);
        HBox.setHgrow(filter, Priority.ALWAYS);
        count.getStyleClass().add("ov-quiet");
        count.textProperty().bind(Bindings.createStringBinding(this::counted, fitting, entries));
        var head = new HBox(12, filter, count);
        head.setAlignment(Pos.CENTER_LEFT);
        columns();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head, table, foot());
    }

    static void open(WorkspaceModel model, AskPlace places, Layer layer) {
        var sheet = new AuditSheet(model, places);
        sheet.prefWidthProperty()
                .bind(Bindings.min(MOST_WIDE, layer.widthProperty().subtract(BESIDE)));
        sheet.prefHeightProperty()
                .bind(Bindings.min(MOST_HIGH, layer.heightProperty().subtract(ABOVE)));
        Sheet.open(layer, "Audit trail", sheet);
        sheet.filter.requestFocus();
        model.ask(
                open -> open.audit().entries(),
                all -> sheet.entries.setAll(all.reversed()),
                cause -> sheet.say("The trail cannot be read: " + cause.getMessage(), "ov-bad"));
    }

    private String counted() {
        return fitting.size() == entries.size()
                ? String.format(Locale.ROOT, "%,d entries", entries.size())
                : String.format(Locale.ROOT, "%,d of %,d entries", fitting.size(), entries.size());
    }

    private void columns() {
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText("Entries of the audit trail, the newest first");
        table.setPlaceholder(new Label(""));
        table.getColumns()
                .setAll(
                        List.of(
                                column("no.", 56, entry -> Long.toString(entry.number())),
                                column("when", 150, entry -> TIME.format(entry.moment().local())),
                                column("who", 110, entry -> entry.actor().person()),
                                column("what", 150, AuditEntry::action),
                                column("of", 180, AuditEntry::subject),
                                column("old", 150, AuditEntry::before),
                                column("new", 200, AuditEntry::after)));
    }

    private static TableColumn<AuditEntry, String> column(
            String name, double width, Function<AuditEntry, String> text) {
        var column = new TableColumn<AuditEntry, String>(name);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
        return column;
    }

    private void filter(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        fitting.setPredicate(entry -> wanted.isEmpty() || fits(entry, wanted));
    }

    private static boolean fits(AuditEntry entry, String wanted) {
        return List.of(
                        entry.actor().person(),
                        entry.actor().workstation(),
                        entry.action(),
                        entry.subject(),
                        entry.before(),
                        entry.after(),
                        TIME.format(entry.moment().local()))
                .stream()
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private Node foot() {
        said.setId("audit-said");
        said.setWrapText(true);
        said.setMinWidth(0);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        var foot =
                new HBox(
                        8,
                        said,
                        Buttons.filled("Verify", this::verify),
                        Buttons.filled("Export CSV…", () -> export(AuditExport.CSV, "audit.csv")),
                        Buttons.filled(
                                "Export JSON…", () -> export(AuditExport.JSON, "audit.json")));
        foot.getChildren().stream()
                .skip(1)
                .forEach(button -> ((Region) button).setMinWidth(Region.USE_PREF_SIZE));
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void verify() {
        model.ask(
                open -> open.audit().verify(Optional.empty()),
                this::verified,
                cause -> say("The trail cannot be read: " + cause.getMessage(), "ov-bad"));
    }

    private void verified(AuditVerdict verdict) {
        switch (verdict) {
            case AuditVerdict.Whole(long number, var head) ->
                    say(
                            "All %,d entries are as they were written. Note the last hash to check later: %s"
                                    .formatted(number, head.hex().substring(0, 16)),
                            "ov-good");
            case AuditVerdict.Broken(long entry, AuditVerdict.Fault fault) ->
                    say("Entry %,d: %s".formatted(entry, fault.sentence()), "ov-bad");
        }
    }

    /// All entries, whatever the filter: an extract could not be verified.
    private void export(AuditExport format, String name) {
        places.newFile("Export the audit trail", name)
                .ifPresent(
                        file ->
                                model.ask(
                                        open -> write(format, open.audit().entries(), file),
                                        number ->
                                                say(
                                                        "%,d entries were written to “%s”."
                                                                .formatted(
                                                                        number, file.getFileName()),
                                                        "ov-good"),
                                        cause ->
                                                say(
                                                        "Nothing was exported: "
                                                                + cause.getMessage(),
                                                        "ov-bad")));
    }

    private static int write(AuditExport format, List<AuditEntry> all, Path file)
            throws IOException {
        Files.writeString(file, format.text(all), StandardCharsets.UTF_8);
        return all.size();
    }

    private void say(String words, String style) {
        said.setText(words);
        said.getStyleClass().removeAll("ov-good", "ov-bad");
        said.getStyleClass().add(style);
    }
}
