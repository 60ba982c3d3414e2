// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.sign.BundleImport;
import org.overread.sync.bundle.Verdict;
import org.overread.sync.store.Workspace;

/// A bundle that came: verified first, shown, and taken into the workspace only when a person says so. FX thread.
final class BundleSheet extends VBox {
    private final SignModel model;
    private final Path file;
    private final Layer layer;
    private final Consumer<Notice> notices;

    private BundleSheet(SignModel model, Path file, Layer layer, Consumer<Notice> notices) {
        this.model = model;
        this.file = file;
        this.layer = layer;
        this.notices = notices;
        getStylesheets().add(Parts.STYLE);
        getStyleClass().add("ov-trust");
        setPrefWidth(680);
    }

    static void open(SignModel model, Path file, Layer layer, Consumer<Notice> notices) {
        var sheet = new BundleSheet(model, file, layer, notices);
        Sheet.open(layer, "Bundle " + file.getFileName(), sheet);
        sheet.verify();
    }

    private void verify() {
        Workshop.Running running =
                model.workshop()
                        .readOrWrite(
                                "Verifying " + file.getFileName(),
                                (cancel, progress) ->
                                        BundleImport.read(file, model.place(), cancel, progress),
                                this::show,
                                this::failed);
        running.counting(Workshop.BYTES);
        getChildren().setAll(new WorkRow("Verifying", running, layer::close));
        running.whenCancelled(layer::close);
    }

    private void show(BundleImport.Read read) {
        getChildren().setAll(new VerdictView(read.verdict()));
        if (read.verdict() instanceof Verdict.Accepted) {
            Optional<Workspace> workspace = model.workspaces().toWrite();
            if (workspace.isPresent()) {
                var take =
                        Buttons.filled(
                                "Take into the workspace", () -> take(read, workspace.get()));
                getChildren().add(Parts.row(take));
                take.requestFocus();
            } else {
                getChildren()
                        .add(
                                Parts.text(
                                        "No workspace is open for writing here, so nothing can be taken in now.",
                                        "ov-caution"));
            }
        }
    }

    private void take(BundleImport.Read read, Workspace workspace) {
        Workshop.Running running =
                model.workshop()
                        .readOrWrite(
                                "Taking in " + file.getFileName(),
                                (cancel, _) ->
                                        BundleImport.take(read, workspace, model.place(), cancel),
                                this::taken,
                                this::failed);
        getChildren().setAll(new WorkRow("Taking in", running, layer::close));
    }

    private void taken(BundleImport.Taken taken) {
        layer.close();
        model.refresh();
        notices.accept(
                Notice.good(
                        taken.versions() == 0
                                ? "All versions of the bundle were here already."
                                : taken.versions() == 1
                                        ? "One version was taken in."
                                        : "%d versions were taken in."
                                                .formatted(taken.versions())));
    }

    private void failed(Throwable thrown) {
        getChildren().setAll(Parts.text(Sentences.of(thrown), "ov-caution"));
    }
}
