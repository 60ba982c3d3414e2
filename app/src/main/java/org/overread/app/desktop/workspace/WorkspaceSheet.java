// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;
import org.overread.app.sign.WorkspaceBackup;
import org.overread.app.store.SalvageWords;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.care.Backup;
import org.overread.sync.store.care.CheckReport;
import org.overread.sync.store.care.Checkup;
import org.overread.sync.store.care.Finding;
import org.overread.sync.store.care.SizeReport;
import org.overread.sync.store.care.Sweep;

/// The card of the workspace: how it stands, what it holds, and what can be done to keep it sound. FX thread.
final class WorkspaceSheet {
    private static final double WIDTH = 560;
    private static final double MOST_HIGH = 200; // or a window of 720 would not hold the card
    private static final double MIB = 1 << 20;

    private final WorkspaceModel model;
    private final AskPlace places;
    private final VBox content = new VBox(16);
    private final VBox outcome = new VBox(4);

    private WorkspaceSheet(WorkspaceModel model, AskPlace places) {
        this.model = model;
        this.places = places;
        content.setPrefWidth(WIDTH);
        content.getStyleClass().add("ov-workspace-sheet");
    }

    static void open(WorkspaceModel model, AskPlace places, Layer layer) {
        var sheet = new WorkspaceSheet(model, places);
        Subscription following =
                model.state()
                        .subscribe(_ -> sheet.show())
                        .and(model.trouble().subscribe(_ -> sheet.show()));
        Sheet.open(layer, "Workspace", sheet.content);
        sheet.content
                .sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                following.unsubscribe();
                            }
                        });
    }

    private void show() {
        WorkspaceState state = model.state().get();
        outcome.getChildren().clear();
        content.getChildren().setAll(heading(state));
        switch (state) {
            case WorkspaceState.Opening() -> {
                var ring = new ProgressIndicator();
                ring.setMaxSize(28, 28);
                content.getChildren().add(ring);
            }
            case WorkspaceState.Ready(Workspace workspace) -> {
                content.getChildren().addAll(facts(workspace), care());
                model.recovered()
                        .get()
                        .ifPresent(
                                report ->
                                        content.getChildren()
                                                .add(
                                                        lines(
                                                                "What was recovered",
                                                                SalvageWords.of(report))));
            }
            case WorkspaceState.ReadOnly(Workspace workspace, _) ->
                    content.getChildren().addAll(facts(workspace), again());
            case WorkspaceState.Damaged(List<String> findings) ->
                    content.getChildren()
                            .addAll(
                                    place(),
                                    lines("What the database says of it", findings),
                                    row(
                                            Buttons.filled(
                                                    "Recover what can be read", model::recover)));
            case WorkspaceState.Unreadable(String why) ->
                    content.getChildren()
                            .addAll(
                                    place(),
                                    lines("What the database says of it", List.of(why)),
                                    again());
            case WorkspaceState.Refused _ -> content.getChildren().addAll(place(), again());
            case WorkspaceState.Closed() -> {}
        }
        content.getChildren().add(outcome);
    }

    private Node heading(WorkspaceState state) {
        var words = WorkspaceWords.of(state, model.trouble().get());
        var icon = new Label("", new FontIcon(WorkspaceChip.icon(state, words.tone())));
        icon.setMinWidth(Label.USE_PREF_SIZE);
        icon.getStyleClass().add(WorkspaceChip.style(words.tone()));
        var head = new Label(words.heading());
        head.setWrapText(true);
        var text = new VBox(4, head);
        if (!words.text().isEmpty()) {
            text.getChildren().add(quiet(words.text()));
        }
        return new HBox(12, icon, text);
    }

    private Node place() {
        var path = new TextField(model.file().toString());
        path.setEditable(false);
        path.setAccessibleText("The workspace's file");
        return new VBox(4, quiet("file"), path);
    }

    private Node facts(Workspace workspace) {
        var grid = new GridPane(16, 6);
        var actor = model.session().actor();
        addFact(grid, "Reader", actor.person() + " on " + actor.workstation());
        model.ask(
                _ -> SizeReport.of(workspace.database()),
                size -> {
                    addFact(grid, "Versions", count(size.versions(), size.readings()));
                    addFact(
                            grid,
                            "Edits kept",
                            String.format(Locale.ROOT, "%,d", size.strokeCount()));
                    addFact(grid, "Size", mib(size.file() + size.log()));
                },
                _ -> {});
        return new VBox(12, place(), grid);
    }

    private static String count(int versions, int readings) {
        return String.format(Locale.ROOT, "%,d in %,d readings", versions, readings);
    }

    private static void addFact(GridPane grid, String name, String value) {
        grid.addRow(grid.getRowCount(), quiet(name), new Label(value));
    }

    private Node care() {
        return row(
                Buttons.filled("Check everything", this::check),
                Buttons.filled("Back up…", this::backUp),
                Buttons.filled("Remove what nothing names", this::sweep));
    }

    private Node again() {
        return row(Buttons.filled("Try again", model::open));
    }

    private void check() {
        wait("Checking every block against its digest …");
        model.ask(open -> Checkup.full(open.database()), this::checked, this::failed);
    }

    private void checked(CheckReport report) {
        if (report.isSound()) {
            say(
                    String.format(
                            Locale.ROOT,
                            "Everything is as it was written: %,d versions, %,d blocks and other objects (%s), %,d edits, the audit trail.",
                            report.versions(),
                            report.objects(),
                            mib(report.bytes()),
                            report.strokes()),
                    "ov-good");
            return;
        }
        outcome.getChildren()
                .setAll(
                        lines(
                                report.findings().size() == 1
                                        ? "One thing is not as it was written"
                                        : "%,d things are not as they were written"
                                                .formatted(report.findings().size()),
                                report.findings().stream().map(Finding::sentence).toList()));
    }

    private void backUp() {
        places.folder("Where the backup goes")
                .ifPresent(
                        folder -> {
                            wait("Copying, then reading the copy back …");
                            model.ask(open -> backUp(open, folder), this::backedUp, this::failed);
                        });
    }

    private static WorkspaceBackup.Outcome backUp(Workspace open, Path folder) throws IOException {
        WorkspaceBackup.Outcome made = WorkspaceBackup.make(open, folder);
        if (made instanceof WorkspaceBackup.Outcome.Made) {
            WorkspaceBackup.thin(folder);
        }
        return made;
    }

    private void backedUp(WorkspaceBackup.Outcome made) {
        switch (made) {
            case WorkspaceBackup.Outcome.Made(Backup.Outcome.Made copy, var keys) ->
                    say(
                            "“%s” is there and was read back whole (%s).%s"
                                    .formatted(
                                            copy.file().getFileName(),
                                            mib(copy.bytes()),
                                            keys.map(k -> " " + k.sentence()).orElse("")),
                            "ov-good");
            case WorkspaceBackup.Outcome.Unsound(CheckReport report) -> checked(report);
        }
    }

    private void sweep() {
        wait("Looking for what nothing names …");
        model.change(
                open -> Sweep.run(open.database(), open.session()),
                swept ->
                        say(
                                swept.objects() == 0
                                        ? "There is nothing to remove: every block is named."
                                        : String.format(
                                                Locale.ROOT,
                                                "%,d objects were removed (%s).",
                                                swept.objects(),
                                                mib(swept.bytes())),
                                "ov-good"),
                this::failed);
    }

    private void failed(Throwable cause) {
        say(
                cause instanceof IOException ? String.valueOf(cause.getMessage()) : "It failed.",
                "ov-bad");
    }

    private void wait(String words) {
        var ring = new ProgressIndicator();
        ring.setMaxSize(16, 16);
        var row = new HBox(8, ring, quiet(words));
        row.setAlignment(Pos.CENTER_LEFT);
        outcome.getChildren().setAll(row);
    }

    private void say(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().addAll("ov-workspace-outcome", style);
        outcome.getChildren().setAll(label);
    }

    private static Node lines(String heading, List<String> sentences) {
        var box = new VBox(6);
        var shown = new ArrayList<Node>();
        for (String sentence : sentences) {
            var label = new Label(sentence);
            label.setWrapText(true);
            label.getStyleClass().add("ov-workspace-line");
            shown.add(label);
        }
        box.getChildren().setAll(shown);
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HIGH);
        return new VBox(6, quiet(heading), scroll);
    }

    private static Node row(Node... buttons) {
        return new FlowPane(8, 8, buttons);
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MiB", bytes / MIB);
    }

    private static Label quiet(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("ov-quiet");
        return label;
    }
}
