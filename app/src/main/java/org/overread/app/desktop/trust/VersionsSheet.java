// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.EmptyState;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.sign.BundleExport;
import org.overread.app.sign.Signature;
import org.overread.app.sign.VersionSigning;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.version.StoredVersion;

/// Every version of the workspace: who signed it, what that says, under which guideline; and the ways to sign one and to
/// send it. FX thread.
final class VersionsSheet extends VBox {
    private static final double ROW = 48;
    private static final double LIST = 340;
    private static final double DETAILS = 380;
    private static final double HIGH = 400;
    private static final double AROUND = 200; // what stays of the window around the two

    private final SignModel model;
    private final Layer layer;
    private final FileAsking files;
    private final Consumer<Notice> notices;
    private final ListView<VersionSigning.Line> list = new ListView<>();
    private final VBox details = new VBox(12);
    private final VBox work = new VBox();
    private final HBox both;

    private VersionsSheet(
            SignModel model, Layer layer, FileAsking files, Consumer<Notice> notices) {
        this.model = model;
        this.layer = layer;
        this.files = files;
        this.notices = notices;
        getStylesheets().add(Parts.STYLE);
        getStyleClass().add("ov-trust");
        list.setCellFactory(_ -> new Cell());
        list.setFixedCellSize(ROW);
        list.setPrefWidth(LIST);
        list.setAccessibleText("Versions");
        list.getSelectionModel().selectedItemProperty().subscribe(this::show);
        var scroll = new ScrollPane(details);
        scroll.setFitToWidth(true);
        scroll.setPrefWidth(DETAILS);
        var high = Bindings.min(HIGH, layer.heightProperty().subtract(AROUND));
        list.prefHeightProperty().bind(high);
        scroll.prefHeightProperty().bind(high);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        both = new HBox(16, list, scroll);
        var trouble = Parts.text("", "ov-caution");
        trouble.textProperty().bind(model.trouble());
        trouble.managedProperty().bind(model.trouble().isNotEmpty());
        getChildren().addAll(both, work, trouble);
        model.lines().subscribe(this::fill);
    }

    static void open(
            SignModel model,
            Optional<Digest> first,
            Layer layer,
            FileAsking files,
            Consumer<Notice> notices) {
        var sheet = new VersionsSheet(model, layer, files, notices);
        Sheet.open(layer, "Versions and signatures", sheet);
        first.ifPresent(sheet::choose);
        model.refresh();
        sheet.list.requestFocus();
    }

    private void choose(Digest version) {
        for (VersionSigning.Line line : list.getItems()) {
            if (line.version().id().equals(version)) {
                list.getSelectionModel().select(line);
                list.scrollTo(line);
            }
        }
    }

    private void fill(List<VersionSigning.Line> lines) {
        VersionSigning.Line before = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(lines);
        if (lines.isEmpty()) {
            getChildren()
                    .set(
                            0,
                            new EmptyState(
                                    RemixiconAL.HISTORY_LINE,
                                    "No versions yet",
                                    "A version stands here as soon as one is saved or taken in from a bundle."));
            return;
        }
        getChildren().set(0, both);
        if (before == null) {
            list.getSelectionModel().selectFirst();
        } else {
            choose(before.version().id());
        }
    }

    private void show(VersionSigning.@Nullable Line line) {
        details.getChildren().clear();
        if (line == null) {
            return;
        }
        StoredVersion version = line.version();
        details.getChildren()
                .add(
                        Parts.text(
                                "Version %d of %s".formatted(version.number(), version.reader()),
                                "ov-trust-state"));
        details.getChildren()
                .add(
                        Parts.text(
                                Sentences.time(
                                                version.moment()
                                                        .utc()
                                                        .atOffset(version.moment().offset()))
                                        + (version.reason().isBlank()
                                                ? ""
                                                : "  ·  " + version.reason()),
                                "ov-quiet"));
        if (line.signatures().isEmpty()) {
            details.getChildren()
                    .add(
                            Parts.text(
                                    "Nobody signed it. Only what is signed can leave this workstation.",
                                    "ov-quiet"));
        }
        for (Signature signature : line.signatures()) {
            details.getChildren().add(signature(signature));
        }
        Button sign =
                Buttons.filled(
                        "Sign …",
                        () -> SignSheet.open(model, version, layer, () -> reopen(version.id())));
        Button export = Buttons.word("Export as a bundle …", () -> export(version));
        export.setDisable(line.signatures().isEmpty());
        details.getChildren().add(Parts.row(sign, export));
    }

    private void reopen(Digest version) {
        open(model, Optional.of(version), layer, files, notices);
    }

    private static Node signature(Signature signature) {
        boolean holds = signature.holds();
        String did =
                signature
                        .meaning()
                        .map(meaning -> Sentences.did(meaning, signature.outcome()))
                        .orElse("signed something that this program does not know");
        var box =
                Parts.column(
                        Parts.state(
                                holds
                                        ? RemixiconMZ.SHIELD_CHECK_LINE
                                        : RemixiconAL.ERROR_WARNING_LINE,
                                Sentences.people(signature) + " " + did,
                                holds ? "ov-good" : "ov-bad"),
                        beneath(Parts.text(Sentences.circumstances(signature), "ov-quiet")));
        signature
                .refused()
                .ifPresent(
                        why ->
                                box.getChildren()
                                        .add(
                                                beneath(
                                                        Parts.text(
                                                                "Not believed: " + why.sentence(),
                                                                "ov-caution"))));
        box.getStyleClass().add("ov-trust-section");
        return box;
    }

    /// Begins where the words beside a sign begin.
    private static Label beneath(Label label) {
        label.getStyleClass().add("ov-trust-beneath");
        return label;
    }

    private void export(StoredVersion version) {
        Optional<Workspace> workspace = model.workspaces().toRead();
        Optional<Path> file =
                files.toSave(
                        "Export a signed version",
                        "version-%d.avb".formatted(version.number()),
                        FileAsking.BUNDLES);
        if (workspace.isEmpty() || file.isEmpty()) {
            return;
        }
        Workshop.Running running =
                model.workshop()
                        .readOrWrite(
                                "Writing " + file.get().getFileName(),
                                (cancel, progress) ->
                                        new BundleExport(workspace.get(), model.place())
                                                .write(version.id(), file.get(), cancel, progress),
                                this::exported,
                                thrown ->
                                        work.getChildren()
                                                .setAll(
                                                        Parts.text(
                                                                Sentences.of(thrown),
                                                                "ov-caution")));
        running.counting(Workshop.BYTES);
        work.getChildren()
                .setAll(new WorkRow("Writing", running, () -> work.getChildren().clear()));
    }

    private void exported(BundleExport.Written written) {
        String said =
                "%s is written: %d statements, %,d bytes. It holds no images and no names of patients."
                        .formatted(
                                written.file().getFileName(),
                                written.statements(),
                                written.bytes());
        work.getChildren().setAll(Parts.text(said, "ov-good"));
        if (getScene() == null) {
            notices.accept(Notice.good(said));
        }
    }

    private static final class Cell extends ListCell<VersionSigning.Line> {
        @Override
        protected void updateItem(VersionSigning.@Nullable Line item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            StoredVersion version = item.version();
            var head =
                    Parts.text(
                            "Version %d  ·  %s  ·  %s"
                                    .formatted(
                                            version.number(),
                                            version.reader(),
                                            Sentences.day(version)),
                            "ov-trust-value");
            var below = Parts.text(state(item.signatures()), tone(item.signatures()));
            head.setWrapText(false);
            below.setWrapText(false);
            setGraphic(new VBox(2, head, below));
        }

        private static String state(List<Signature> signatures) {
            if (signatures.isEmpty()) {
                return "Not signed";
            }
            if (signatures.stream().anyMatch(signature -> !signature.holds())) {
                return "A signature is not believed";
            }
            Signature last = signatures.getLast();
            return last.meaning()
                    .map(meaning -> Sentences.did(meaning, last.outcome()))
                    .map(did -> last.people().getFirst() + " " + did)
                    .orElse("Signed");
        }

        private static String tone(List<Signature> signatures) {
            return signatures.isEmpty()
                    ? "ov-quiet"
                    : signatures.stream().allMatch(Signature::holds) ? "ov-good" : "ov-bad";
        }
    }
}
